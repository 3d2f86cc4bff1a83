"""From a document to a draft, with somebody who looks at every doubt."""

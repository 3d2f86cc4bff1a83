"""What a site has beside its pages: the answer where a page is gone, the sitemap, and word to search engines."""

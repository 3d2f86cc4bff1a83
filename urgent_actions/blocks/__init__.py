"""What an editor types: a file for each section of the document."""

from .additional_information import AdditionalInformationBlock
from .sample_letter import SampleLetterBlock
from .summary import SummaryBlock
from .targets import TargetsBlock

__all__ = ["AdditionalInformationBlock", "SampleLetterBlock", "SummaryBlock", "TargetsBlock"]

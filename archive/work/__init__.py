"""The order of the work: crawl, read, index, and what is reported of it."""

from archive.work.crawling import CrawlReport, crawl_council, crawl_councils, read_council
from archive.work.indexing import update_index

__all__ = ["CrawlReport", "crawl_council", "crawl_councils", "read_council", "update_index"]

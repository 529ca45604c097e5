"""The parts of ``benchmarks/search.py``: a made-up corpus, questions, the engines that answer them, what is measured, and the report."""

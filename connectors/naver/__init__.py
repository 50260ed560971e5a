"""What Naver's networks share: the open API, the search and reading feeds together with it.

No network of its own: ``naver_blog`` and ``naver_cafe`` are built on it.
"""

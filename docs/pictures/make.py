"""Makes the pictures of the documentation: .venv/bin/python docs/pictures/make.py"""

from tests.docs.picturing import make_all

make_all()

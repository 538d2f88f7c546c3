"""The steps of a build: read and link (load), plan, render; `generator.build` puts them in order."""

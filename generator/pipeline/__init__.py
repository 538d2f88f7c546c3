"""The steps of a build: read and link (load), prepare pictures, plan, render; `generator.build` puts them in order."""

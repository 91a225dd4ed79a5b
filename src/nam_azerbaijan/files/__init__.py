"""Where rows come from: the packaged data, and directories of users, read as untrusted."""

run notes-index

" Finds sections of Markdown notes with notes-query. See :help notes.
if exists('g:loaded_notes') | finish | endif
let g:loaded_notes = 1

command! -nargs=* -complete=customlist,notes#complete Notes call notes#search(<q-args>)
command! -nargs=* NotesLive call notes#live#open(<q-args>)
command! -nargs=* -complete=customlist,notes#complete_tag NotesTag call notes#tag(<q-args>)
command! -nargs=0 NotesLike call notes#like()
command! -nargs=? -complete=file NotesOutline call notes#outline(<q-args>)
command! -nargs=0 NotesHealth call notes#health#report()

nnoremap <silent> <Plug>(notes-live) :<C-u>NotesLive<CR>
nnoremap <silent> <Plug>(notes-tag) :<C-u>NotesTag<CR>
nnoremap <silent> <Plug>(notes-like) :<C-u>NotesLike<CR>

augroup notes_refresh
  autocmd!
  autocmd BufWritePost *.md,*.markdown,*.mdx,*.txt call notes#refresh(expand('<afile>:p'))
augroup END

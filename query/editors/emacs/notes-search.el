;;; notes-search.el --- Find sections of Markdown notes -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: GPL-2.0-or-later
;; Author: The notes-search developers
;; Version: 1.0.0
;; Package-Requires: ((emacs "28.1"))
;; URL: https://github.com/notes-search/notes-search
;; Keywords: hypermedia, matching, outlines

;;; Commentary:

;; Searches Markdown notes with notes-query, and opens them at the line that
;; matches.  `notes-search' lists results as \[grep] does, `notes-search-live'
;; searches as you type, `notes-search-like' finds sections like the one at
;; point, `notes-search-tag' those with a tag.  `notes-search-refresh-mode'
;; updates the index when you save a note.

;;; Code:

(require 'compile)
(require 'json)
(require 'seq)
(require 'subr-x)

(defgroup notes-search nil
  "Find sections of Markdown notes."
  :group 'matching
  :prefix "notes-search-")

(defcustom notes-search-query-program "notes-query"
  "Name or path of notes-query."
  :type 'string)

(defcustom notes-search-index-program "notes-index"
  "Name or path of notes-index."
  :type 'string)

(defcustom notes-search-db nil
  "Directory of the index, or nil for the default index."
  :type '(choice (const :tag "The default index" nil) directory))

(defcustom notes-search-limit 50
  "The maximum number of sections to show."
  :type 'natnum)

(defface notes-search-match '((t :inherit match))
  "Face for words of the query.")

(defface notes-search-heading '((t :inherit (bold font-lock-function-name-face)))
  "Face for threads above their sections.")

(defvar notes-search-history nil
  "History of queries.")

(defconst notes-search--members
  "path,line,match_line,column,title,breadcrumb,date,snippets"
  "The members of a hit that this file uses.")

;;; Talking to notes-query

(defun notes-search--index-arguments ()
  "Arguments for the index directory."
  (when notes-search-db (list "--db" (expand-file-name notes-search-db))))

(defun notes-search--arguments (options query)
  "Arguments of a search for QUERY with JSON output and more OPTIONS."
  (append (notes-search--index-arguments)
          (list "--json" "--messages=none" "-n" (number-to-string notes-search-limit)
                (concat "--fields=" notes-search--members))
          options
          (list "--")
          (unless (string-blank-p query) (list query))))

(defun notes-search--document ()
  "Return the document in this buffer.
Signal a `user-error' with its text if it reports a failure."
  (goto-char (point-min))
  (let* ((document (condition-case nil
                       (json-parse-buffer :object-type 'plist :array-type 'list
                                          :null-object nil :false-object nil)
                     (error (user-error "The answer of %s cannot be read"
                                        notes-search-query-program))))
         (failure (plist-get document :error)))
    (when failure
      (user-error "%s%s" (car (split-string (plist-get failure :text) "\n"))
                  (if-let ((hint (plist-get failure :hint))) (concat " (" hint ")") "")))
    document))

(defun notes-search--call (arguments)
  "Run notes-query with ARGUMENTS and return its document."
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8))
      (apply #'call-process notes-search-query-program nil '(t nil) nil arguments))
    (notes-search--document)))

;; Completion packages call this within `while-no-input'.  A key pressed while such a call cleans up
;; makes Emacs quit and discard all waiting keys, so this code checks for keys itself.
(defun notes-search--call-while-idle (arguments)
  "Like `notes-search--call' with ARGUMENTS, but nil if a key is pressed first."
  (let* ((throw-on-input nil)
         (buffer (generate-new-buffer " *notes-query*"))
         (process (make-process :name "notes-query" :buffer buffer :noquery t :coding 'utf-8
                                :connection-type 'pipe :sentinel #'ignore
                                :command (cons notes-search-query-program arguments))))
    (unwind-protect
        (progn
          (while (and (process-live-p process) (not (input-pending-p)))
            (accept-process-output process 0.02))
          (unless (process-live-p process)
            (while (accept-process-output process 0))
            (with-current-buffer buffer (notes-search--document))))
      (delete-process process)
      (kill-buffer buffer))))

(defun notes-search--complete (typed)
  "Completions of the last word of the half-typed query TYPED."
  (plist-get (notes-search--call-while-idle
              (append (notes-search--index-arguments)
                      (list "--json" "--messages=none" "--complete" typed)))
             :completions))

(defun notes-search--open (hit &optional other-window)
  "Visit the note of HIT at its best line, in OTHER-WINDOW if non-nil."
  (funcall (if other-window #'find-file-other-window #'find-file) (plist-get hit :path))
  (notes-search--go-to hit))

(defun notes-search--go-to (hit)
  "Go to the best line of HIT in this buffer."
  (widen)
  (goto-char (point-min))
  (forward-line (1- (plist-get hit :match_line)))
  (goto-char (min (line-end-position)
                  (or (byte-to-position (+ (position-bytes (point)) (1- (plist-get hit :column))))
                      (point))))
  (when (fboundp 'outline-show-entry)
    (ignore-errors (when (bound-and-true-p outline-minor-mode) (outline-show-entry)))))

;;; Results as in grep

(defvar notes-search-mode-map
  (let ((map (make-sparse-keymap)))
    (set-keymap-parent map compilation-minor-mode-map)
    (define-key map "g" #'revert-buffer)
    map)
  "Keys of a results buffer.")

(defvar notes-search-regexp-alist '(("^\\(/[^\n]*?\\):\\([0-9]+\\):\\([0-9]+\\):" 1 2 3 nil 1))
  "How to find the place in a row.")

(define-compilation-mode notes-search-mode "Notes"
  "Sections of notes that match a query, for `next-error'."
  (setq-local compilation-error-regexp-alist notes-search-regexp-alist)
  (setq-local compilation-first-column 1)
  (setq-local compilation-error-screen-columns nil))

(defun notes-search--marked (text ranges)
  "TEXT with RANGES, which are pairs of byte offsets, in the face of a match."
  (let ((bytes (encode-coding-string text 'utf-8))
        (marked (copy-sequence text)))
    (dolist (range ranges marked)
      (let ((from (length (decode-coding-string (substring bytes 0 (car range)) 'utf-8)))
            (to (length (decode-coding-string (substring bytes 0 (cadr range)) 'utf-8))))
        (put-text-property from to 'font-lock-face 'notes-search-match marked)))))

(defun notes-search--insert-hit (hit)
  "Insert a row for each matching line of HIT, or for its heading."
  (let* ((path (plist-get hit :path))
         (title (plist-get hit :title))
         (lines (seq-filter (lambda (snippet) (plist-get snippet :highlights))
                            (plist-get hit :snippets))))
    (insert (propertize title 'font-lock-face 'bold)
            (if-let ((date (plist-get hit :date))) (concat "  " date) "") "\n")
    (if lines
        (dolist (snippet lines)
          (insert (format "%s:%d:%d: " path (plist-get snippet :line) (plist-get snippet :column))
                  (notes-search--marked (plist-get snippet :text) (plist-get snippet :highlights))
                  "\n"))
      (insert (format "%s:%d:1: %s\n" path (plist-get hit :line) title)))))

(defun notes-search--show (ask title)
  "Show the document from calling ASK in a buffer, with TITLE.
Hits are grouped by thread, best first; \\`g' asks again."
  (let* ((document (funcall ask))
         (hits (plist-get document :results))
         (buffer (get-buffer-create "*notes*")))
    (with-current-buffer buffer
      (let ((inhibit-read-only t))
        (erase-buffer)
        (notes-search-mode)
        (setq-local revert-buffer-function (lambda (&rest _) (notes-search--show ask title)))
        (insert title "\n")
        (dolist (note (plist-get document :notes_on_query)) (insert note "\n"))
        (pcase-dolist (`(,thread . ,group) (notes-search--by-thread hits))
          (insert "\n" (propertize thread 'font-lock-face 'notes-search-heading) "\n")
          (mapc #'notes-search--insert-hit group))
        (unless hits (insert "\nNothing found.\n")))
      (goto-char (point-min)))
    (setq next-error-last-buffer buffer)
    (display-buffer buffer)))

(defun notes-search--list (options query title)
  "Show the results of QUERY with OPTIONS, under TITLE."
  (let ((arguments (notes-search--arguments options query)))
    (notes-search--show (lambda () (notes-search--call arguments)) title)))

(defun notes-search--by-thread (hits)
  "Group HITS by the titles above them, in the order of the best hits."
  (let (groups)
    (dolist (hit hits (nreverse groups))
      (let* ((thread (notes-search--thread hit))
             (group (assoc thread groups)))
        (if group (nconc group (list hit)) (push (list thread hit) groups))))))

(defun notes-search--thread (hit)
  "The titles above HIT as one text; its own title if there are none."
  (let ((titles (plist-get hit :breadcrumb)))
    (string-join (or (butlast titles) titles) " > ")))

;;;###autoload
(defun notes-search (query)
  "List the sections that match QUERY.
Visit their lines with `next-error'."
  (interactive (list (read-string "Search notes: " nil 'notes-search-history)))
  (notes-search--list nil query query))

;;;###autoload
(defun notes-search-tag (tag)
  "List the sections with TAG, newest first."
  (interactive
   (list (completing-read "Tag: " (completion-table-dynamic
                                   (lambda (typed)
                                     (mapcar (lambda (word) (string-trim word "tag:\"?" "\""))
                                             (notes-search--complete (concat "tag:" typed))))))))
  (notes-search--list (list "--tag" tag) "" (concat "tag:" tag)))

;;;###autoload
(defun notes-search-like ()
  "List sections like the one at point."
  (interactive)
  (unless buffer-file-name (user-error "This buffer has no file"))
  (let ((place (format "%s:%d" buffer-file-name (line-number-at-pos nil t))))
    (notes-search--list (list "--like" place) "" (concat "Like " place))))

;;; Search as you type

(defvar notes-search--hits (make-hash-table :test #'equal)
  "Hits of the search in the minibuffer, by candidate.")

(defvar notes-search--candidates nil
  "The latest candidates, in the order of notes-query.")

(defun notes-search--candidates (query)
  "Candidates for QUERY, in the order of notes-query.
Keep the earlier ones while more is typed, and if QUERY is wrong for a
moment."
  (when-let ((document (condition-case nil
                           (notes-search--call-while-idle
                            (notes-search--arguments '("--partial") query))
                         (user-error nil))))
    (clrhash notes-search--hits)
    (setq notes-search--candidates
          (mapcar #'notes-search--candidate (plist-get document :results))))
  notes-search--candidates)

(defun notes-search--candidate (hit)
  "The title of HIT, with invisible characters if it is not unique."
  (let ((candidate (plist-get hit :title)))
    (while (gethash candidate notes-search--hits)
      (setq candidate (concat candidate "\u200b")))
    (puthash candidate hit notes-search--hits)
    candidate))

(defun notes-search--group (candidate transform)
  "The thread of CANDIDATE, or with TRANSFORM, the candidate to show."
  (if transform candidate
    (if-let ((hit (gethash candidate notes-search--hits))) (notes-search--thread hit) "")))

(defun notes-search--annotation (candidate)
  "The annotation of CANDIDATE: its date and the best line."
  (when-let ((hit (gethash candidate notes-search--hits)))
    (let* ((line (seq-find (lambda (snippet)
                             (= (plist-get snippet :line) (plist-get hit :match_line)))
                           (plist-get hit :snippets)))
           (date (plist-get hit :date))
           (text (concat (if date (concat "  " (substring date 0 10)) "")
                         (if line (concat "  " (string-trim (plist-get line :text))) ""))))
      (propertize (truncate-string-to-width
                   text (max 20 (- (frame-width) (string-width candidate) 4)) nil nil t)
                  'face 'completions-annotations))))

(defun notes-search--table (string predicate action)
  "Completion table of a live search for the query STRING.
PREDICATE and ACTION are as in any completion table."
  (pcase action
    ('metadata '(metadata (category . notes-section)
                          (display-sort-function . identity)
                          (cycle-sort-function . identity)
                          (group-function . notes-search--group)
                          (annotation-function . notes-search--annotation)))
    ('t (seq-filter (or predicate #'always) (notes-search--candidates string)))
    ('lambda (gethash string notes-search--hits))
    ('nil string)
    (_ nil)))

;; notes-query decides what matches: do not filter or sort again.
(defun notes-search--try-completion (string _table _predicate point)
  "Return STRING and POINT: there is nothing to complete."
  (cons string point))

(defun notes-search--all-completions (string table predicate _point)
  "All candidates of TABLE for STRING and PREDICATE."
  (funcall table string predicate t))

(add-to-list 'completion-styles-alist
             '(notes-search notes-search--try-completion notes-search--all-completions
                            "Results of notes-query."))
(add-to-list 'completion-category-defaults '(notes-section (styles notes-search)))

;; Only this part knows how packages that show completions differ.

(defvar consult--completion-candidate-hook)
(defvar icomplete-compute-delay)
(defvar embark-exporters-alist)
(defvar embark-default-action-overrides)

(defun notes-search--chosen-candidate ()
  "The current candidate of the completion package in use, or nil."
  (cond ((boundp 'consult--completion-candidate-hook)
         (run-hook-with-args-until-success 'consult--completion-candidate-hook))
        ((and (bound-and-true-p vertico--input) (fboundp 'vertico--candidate)) (vertico--candidate))
        ((bound-and-true-p icomplete-mode) (car completion-all-sorted-completions))))

(defun notes-search--call-with-display (function)
  "Call FUNCTION with completions shown as the user types.
If no package shows them, use Emacs's own display."
  (if (or (bound-and-true-p icomplete-mode) (bound-and-true-p vertico-mode)
          (bound-and-true-p ivy-mode) (bound-and-true-p helm-mode) (bound-and-true-p mct-mode)
          (bound-and-true-p selectrum-mode) noninteractive)
      (funcall function)
    (let ((icomplete-compute-delay 0)
          (max-mini-window-height 0.4))
      (fido-vertical-mode 1)
      (unwind-protect (funcall function)
        (fido-vertical-mode -1)
        (fido-mode -1)
        ;; Fido does not turn it off.
        (icomplete-mode -1)))))

(defun notes-search--teach-embark ()
  "Let Embark, if it is installed, open and export candidates."
  (when (boundp 'embark-exporters-alist)
    (add-to-list 'embark-exporters-alist '(notes-section . notes-search-export))
    (add-to-list 'embark-default-action-overrides
                 '(notes-section . notes-search-open-candidate))))

;; Show the note only when the user stops typing: rows come first.

(defvar notes-search--preview-timer nil
  "Timer that shows the note of the chosen candidate.")

(defun notes-search--preview-soon ()
  "Show the note of the chosen candidate after a moment without keys."
  (when (timerp notes-search--preview-timer) (cancel-timer notes-search--preview-timer))
  (setq notes-search--preview-timer (run-with-idle-timer 0.1 nil #'notes-search--preview)))

(defun notes-search--preview ()
  "Show the note of the chosen candidate in the window of the search.
Unless it is open, show only its text: no mode, no question, no hook."
  (when-let* (((minibufferp))
              (candidate (notes-search--chosen-candidate))
              (hit (gethash (substring-no-properties candidate) notes-search--hits))
              (window (minibuffer-selected-window)))
    (with-selected-window window
      (save-current-buffer
        (switch-to-buffer (or (get-file-buffer (plist-get hit :path))
                              (notes-search--text-buffer (plist-get hit :path)))
                          t)
        (notes-search--go-to hit)))))

(defun notes-search--text-buffer (path)
  "Return a buffer with the text of the note at PATH, for previews."
  (with-current-buffer (get-buffer-create "*notes preview*")
    (setq buffer-read-only nil)
    (erase-buffer)
    (ignore-errors (insert-file-contents path))
    (current-buffer)))

(defun notes-search--end-previews ()
  "Close the buffers that previews opened."
  (when (timerp notes-search--preview-timer) (cancel-timer notes-search--preview-timer))
  (when-let ((buffer (get-buffer "*notes preview*"))) (kill-buffer buffer)))

(defun notes-search--read (initial)
  "Read a query, starting with INITIAL, and return the chosen candidate."
  (let ((configuration (current-window-configuration))
        (completion-category-overrides
         (cons '(notes-section (styles notes-search)) completion-category-overrides)))
    (unwind-protect
        (minibuffer-with-setup-hook
            (lambda ()
              (setq truncate-lines t)
              (add-hook 'post-command-hook #'notes-search--preview-soon 90 t))
          (completing-read "Notes: " #'notes-search--table nil nil initial 'notes-search-history))
      (set-window-configuration configuration))))

;;;###autoload
(defun notes-search-live (&optional initial)
  "Search as you type, starting with INITIAL, and open what is chosen.
Preview the note at its best line.  Vertico, Icomplete and the like
show the candidates; without them, Emacs's own display does."
  (interactive)
  (clrhash notes-search--hits)
  (setq notes-search--candidates nil)
  (notes-search--teach-embark)
  (let* ((choice (unwind-protect
                     (notes-search--call-with-display (lambda () (notes-search--read initial)))
                   (notes-search--end-previews)))
         (hit (or (gethash choice notes-search--hits)
                  (gethash (car (notes-search--candidates choice)) notes-search--hits))))
    (if hit (notes-search--open hit) (user-error "Nothing found: %s" choice))))

(defun notes-search-export (candidates)
  "List CANDIDATES of a live search in a results buffer."
  (let ((hits (delq nil (mapcar (lambda (candidate) (gethash candidate notes-search--hits))
                                candidates))))
    (notes-search--show (lambda () (list :results hits)) "Exported")))

(defun notes-search-open-candidate (candidate)
  "Open the note of CANDIDATE of a live search."
  (when-let ((hit (gethash candidate notes-search--hits))) (notes-search--open hit)))

;;; Staying current

(defun notes-search--refresh ()
  "Update the index from this buffer's note, in the background."
  (when (and buffer-file-name (executable-find notes-search-index-program))
    (make-process :name "notes-index" :noquery t :connection-type 'pipe :buffer nil
                  :command (append (list notes-search-index-program)
                                   (notes-search--index-arguments)
                                   (list "--quiet" "--changed" buffer-file-name))
                  :sentinel #'ignore)))

;;;###autoload
(define-minor-mode notes-search-refresh-mode
  "Update the index when a note is saved.
For `markdown-mode-hook', `text-mode-hook' and the like."
  :lighter nil
  (if notes-search-refresh-mode
      (add-hook 'after-save-hook #'notes-search--refresh nil t)
    (remove-hook 'after-save-hook #'notes-search--refresh t)))

(provide 'notes-search)
;;; notes-search.el ends here

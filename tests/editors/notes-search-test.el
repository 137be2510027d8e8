;;; notes-search-test.el --- Drives notes-search on real notes -*- lexical-binding: t; -*-
;; $QUERY has a slip; $NOTE, $LINE and $TITLE say where it leads.
(require 'ert)
(require 'notes-search)

(defun notes-search-test--line () (string-to-number (getenv "LINE")))

(ert-deftest a-query-typed-letter-by-letter-opens-the-right-line ()
  (let (candidates)
    (dotimes (length (length (getenv "QUERY")))
      (setq candidates (notes-search--table (substring (getenv "QUERY") 0 (1+ length)) nil t)))
    (should (equal (car candidates) (getenv "TITLE")))
    (notes-search-open-candidate (car candidates))
    (should (string-suffix-p (getenv "NOTE") buffer-file-name))
    (should (= (line-number-at-pos) (notes-search-test--line)))))

(ert-deftest what-is-chosen-in-the-minibuffer-is-opened ()
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt table &rest _) (car (funcall table (getenv "QUERY") nil t)))))
    (notes-search-live))
  (should (= (line-number-at-pos) (notes-search-test--line))))

(ert-deftest results-are-rows-for-next-error ()
  (dolist (buffer (buffer-list)) (when (buffer-file-name buffer) (kill-buffer buffer)))
  (notes-search (getenv "QUERY"))
  (with-current-buffer "*notes*" (font-lock-ensure) (compilation--ensure-parse (point-max)))
  (next-error 1 t)
  (with-current-buffer (find-buffer-visiting (expand-file-name (getenv "NOTE") (getenv "NOTES")))
    (should (= (line-number-at-pos) (notes-search-test--line)))))

(ert-deftest a-word-that-was-saved-is-found-on-its-line ()
  (find-file (expand-file-name (getenv "NOTE") (getenv "NOTES")))
  (notes-search-refresh-mode)
  (goto-char (point-min))
  (forward-line (notes-search-test--line))
  (insert "A new word: quibblesnatch.\n")
  (save-buffer)
  (let ((turns 200) hits)
    (while (and (not hits) (> (setq turns (1- turns)) 0))
      (accept-process-output nil 0.05)
      (setq hits (plist-get (notes-search--call (notes-search--arguments nil "quibblesnatch")) :results)))
    (should (= (plist-get (car hits) :match_line) (1+ (notes-search-test--line))))))

(ert-deftest the-order-is-the-engine-s ()
  (let ((titles (mapcar (lambda (hit) (plist-get hit :title))
                        (plist-get (notes-search--call (notes-search--arguments nil "bread")) :results))))
    (should (equal (seq-uniq titles)
                   (seq-uniq (mapcar (lambda (candidate) (string-replace "\u200b" "" candidate))
                                     (completion-all-completions "bread" #'notes-search--table nil 5
                                                                 '(metadata (category . notes-section)))))))))

(ert-deftest a-failure-says-what-to-do ()
  (let ((notes-search-db "/nonexistent"))
    (should (string-match-p "notes-index" (cadr (should-error (notes-search "bread") :type 'user-error))))))

(ert-deftest tags-are-completed-and-shown ()
  (should (member "tag:kitchen" (notes-search--complete "tag:kit")))
  (notes-search-tag "kitchen")
  (with-current-buffer "*notes*" (should (string-match-p "Baking" (buffer-string)))))

# A Homebrew formula. Untested: written from the build's requirements, never tried on macOS.
# Watching needs Linux (inotify).
class NotesSearch < Formula
  desc "Full-text search for Markdown notes, down to the section"
  homepage "file:///usr/share/doc/notes-search"
  url "file:///tmp/notes-search-1.0.0.tar.gz"
  license "GPL-2.0-or-later"

  depends_on "cli11" => :build
  depends_on "cmake" => :build
  depends_on "ninja" => :build
  depends_on "nlohmann-json" => :build
  depends_on "pkgconf" => :build
  depends_on "cmark-gfm"
  depends_on "re2"
  depends_on "utf8proc"
  depends_on "xapian"
  depends_on "xxhash"

  def install
    system "cmake", "-S", ".", "-B", "build", "-G", "Ninja", "-DNOTES_TESTS=OFF", *std_cmake_args
    system "cmake", "--build", "build"
    system "cmake", "--install", "build"
  end

  test do
    (testpath/"notes/a.md").write "# Bread\n\n## Rye\nA sourdough rye.\n"
    system bin/"notes-index", "--db", testpath/"index", testpath/"notes"
    assert_match "Rye", shell_output("#{bin}/notes-query --db #{testpath}/index sourdough")
  end
end

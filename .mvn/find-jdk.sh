# Sourced by mvnw before anything else; POSIX sh, under `set -euf`.
#
# The compiler plug-ins and the formatter run inside Maven's own JVM, so Maven itself must be started by a JDK 25, which
# on many machines is installed but not the default. This looks for one where such things usually lie, sets JAVA_HOME and
# says nothing. It leaves JAVA_HOME alone when that already is a JDK 25.

# Is $1 the home of a JDK 25 (a JDK: with a compiler)?
is_jdk_25() {
  [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25["._+-]' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | grep -q '^javac 25\([^0-9]\|$\)'
  fi
}

# Prints the home of every JDK that might do, one on a line, the likeliest first.
jdk_candidates() {
  printf '%s\n' "${JAVA_HOME-}"
  # The java on the PATH may be a link, a shim or, on macOS, a stub: only itself knows where it lives.
  if command -v java >/dev/null 2>&1; then
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | tr -d '\r' || :
  fi
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25 2>/dev/null || :
  fi
  set +f
  for jdk in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jenv/versions/*; do
    [ ! -d "$jdk" ] || printf '%s\n' "$jdk"
  done
  set -f
  toolchains="${MAVEN_USER_HOME:-$HOME/.m2}/toolchains.xml"
  if [ -r "$toolchains" ]; then
    sed -n 's/.*<jdkHome>[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*<\/jdkHome>.*/\1/p' "$toolchains"
  fi
}

find_jdk_25() {
  while IFS= read -r jdk; do
    if [ -n "$jdk" ] && is_jdk_25 "$jdk"; then
      printf '%s\n' "$jdk"
      return 0
    fi
  done <<EOF
$(jdk_candidates)
EOF
  return 1
}

if [ -z "${JAVA_HOME-}" ] || ! is_jdk_25 "$JAVA_HOME"; then
  if ! JAVA_HOME="$(find_jdk_25)"; then
    echo "Không tìm thấy JDK 25: hãy cài JDK 25 (ví dụ Temurin) hoặc đặt biến JAVA_HOME trỏ tới nó, rồi chạy lại." >&2
    echo "No JDK 25 was found: install one (Temurin, for example) or point JAVA_HOME at it, then run this again." >&2
    exit 1
  fi
  export JAVA_HOME
fi

# Maven 3.9 and the formatter still use what JDK 25 warns about; the warnings would bury our own words.
MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS-}"
export MAVEN_OPTS

# Called with mvnw's arguments when Maven cannot be downloaded: a Maven that is already installed will do.
use_installed_maven() {
  if command -v mvn >/dev/null 2>&1; then
    echo "Không tải được Maven, dùng bản đã cài: $(command -v mvn) / Maven could not be downloaded, using the installed one." >&2
    clean || :
    exec mvn "$@"
  fi
  die "Không tải được Maven và máy không có sẵn mvn: hãy kiểm tra mạng. / Maven could not be downloaded and no mvn is installed: check the network."
}

# Shared by the scripts beside it: finds a JDK 25 and Maven, and builds the application when it is missing or out of date.
# Understood by bash 3.2, the one on macOS. Everything it says goes to the error stream: output belongs to the commands.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
layout=$root/app/target/mainstay
needed_java=25
brief=() # what the JVM of a command is told besides

# Without a locale Java cannot name files in Chinese.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) if [ "$(uname -s)" = Darwin ]; then export LC_ALL=en_US.UTF-8; else export LC_ALL=C.UTF-8; fi ;;
esac

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 3
}

# --- what the machine has ---

is_needed_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    if [ -f "$1/release" ] && ! grep -q "^JAVA_VERSION=\"$needed_java[\".]" "$1/release"; then
        return 1
    fi
    "$1/bin/java" -version 2>&1 | grep -q "version \"$needed_java[\".]"
}

java_on_path() {
    local java
    java=$(command -v java) || return 0
    while [ -L "$java" ]; do
        local target
        target=$(readlink "$java")
        case $target in
            /*) java=$target ;;
            *) java=$(dirname "$java")/$target ;;
        esac
    done
    dirname "$(dirname "$java")"
}

find_jdk() {
    local home=${HOME:-/nonexistent} candidate
    for candidate in "${JAVA_25_HOME:-}" "${JAVA_HOME:-}" "$(java_on_path)" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /usr/local/*jdk* \
        "${SDKMAN_DIR:-$home/.sdkman}"/candidates/java/* "$home"/.jdks/* \
        "$home"/.local/share/mise/installs/java/* "$home"/.asdf/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$candidate" ] && is_needed_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    if [ -x /usr/libexec/java_home ]; then
        candidate=$(/usr/libexec/java_home -v "$needed_java" 2>/dev/null) && is_needed_jdk "$candidate" &&
            printf '%s\n' "$candidate" && return 0
    fi
    return 1
}

need_jdk() {
    JAVA_HOME=$(find_jdk) || die "Mainstay needs a JDK $needed_java, and none was found here. Install one, for example:
  Debian 13, Ubuntu 25.10 and later:  apt install openjdk-25-jdk
  older Debian and Ubuntu:            apt install temurin-25-jdk   (after adding the repository of https://adoptium.net)
  Fedora:                             dnf install java-25-openjdk-devel
  macOS:                              brew install openjdk@25
  anywhere, without root:             sdk install java 25-tem      (https://sdkman.io)
A JDK in an unusual place is found by JAVA_25_HOME."
    export JAVA_HOME
}

need_maven() {
    local candidate
    for candidate in "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$(command -v mvn)" \
        "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}/candidates/maven/current/bin/mvn"; do
        if [ -n "$candidate" ] && [ -x "$candidate" ]; then
            maven=$candidate
            # older Mavens use what JDK 25 warns of
            export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
            return 0
        fi
    done
    die "Mainstay is built with Maven 3.8 or newer, and none was found here. Install it, for example:
  Debian, Ubuntu:  apt install maven        Fedora:  dnf install maven
  macOS:           brew install maven       anywhere, without root:  sdk install maven   (https://sdkman.io)"
}

# --- one build at a time ---

lock_build() {
    [ -z "${MAINSTAY_BUILD_LOCKED:-}" ] || return 0
    mkdir -p "$root/app/target" || die "No permission to write in $root: the build needs it."
    if command -v flock >/dev/null; then
        exec 9>"$root/app/target/.build.lock"
        flock -n 9 || { say "Waiting for another build of Mainstay ..." && flock 9; }
        return 0
    fi
    local directory=$root/app/target/.build.lock.d
    until mkdir "$directory" 2>/dev/null; do
        kill -0 "$(cat "$directory/pid" 2>/dev/null || echo $$)" 2>/dev/null || rm -rf "$directory"
        sleep 1
    done
    echo $$ >"$directory/pid"
    trap 'rm -rf "$root/app/target/.build.lock.d"' EXIT
}

unlock_build() {
    [ -z "${MAINSTAY_BUILD_LOCKED:-}" ] || return 0
    if command -v flock >/dev/null; then
        exec 9>&-
    else
        rm -rf "$root/app/target/.build.lock.d"
    fi
}

# --- the build ---

packaged_jar() {
    local jar
    for jar in "$root"/app/target/mainstay-app-*-exec.jar; do
        [ -f "$jar" ] && printf '%s\n' "$jar" && return 0
    done
    return 1
}

# Whether any source of the application is newer than the given file.
sources_newer_than() {
    local place places=()
    for place in pom.xml .mvn docs/definitions analytics/pom.xml analytics/src/main app/pom.xml app/src/main; do
        [ ! -e "$root/$place" ] || places+=("$root/$place")
    done
    [ -n "$(find "${places[@]}" -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

is_current() {
    local jar
    jar=$(packaged_jar) || return 1
    [ -f "$layout/.complete" ] && [ ! "$jar" -nt "$layout/.complete" ] && ! sources_newer_than "$jar"
}

package() {
    local log=$root/app/target/build.log
    say "Building Mainstay (the first time Maven downloads what it needs, which takes minutes) ..."
    need_maven
    if ! (cd "$root" && "$maven" -B -pl app -am -Dmaven.test.skip=true package) >"$log" 2>&1 9>&-; then
        grep -E '^\[?(ERROR|WARNING)|error:|warning:' "$log" | head -n 40 >&2
        die "The build failed; all it said stands in $log"
    fi
}

# The jar taken apart starts in half the time.
unfold() {
    local jar=$1
    rm -rf "$layout.new"
    if ! "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --force \
        --destination "$layout.new" --application-filename mainstay.jar >/dev/null 9>&-; then
        rm -rf "$layout.new" "$jar"
        die "The packaged application $jar cannot be unfolded. Start again: it will be built anew."
    fi
    rm -rf "$layout"
    mv "$layout.new" "$layout"
    train
    touch "$layout/.complete"
}

java_options() {
    options=(-Xms64m -Xmx"${MAINSTAY_MEMORY:-1g}" -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED -Dmainstay.samples="$root/samples")
}

# Starts the application once in a home of its own and keeps what the JVM learned: it halves the time of a start once more.
# Whatever goes wrong here costs only speed.
train() {
    local home log=$root/app/target/training.log
    home=$(mktemp -d "${TMPDIR:-/tmp}/mainstay-training.XXXXXX") || return 0
    java_options
    (
        for name in $(env | sed -n 's/^\(\(MAINSTAY\|SPRING\|SERVER\)_[A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done
        cd "$home" || exit 1
        export MAINSTAY_HOME=$home MAINSTAY_PORT=0
        exec "$JAVA_HOME/bin/java" "${options[@]}" -XX:AOTCacheOutput="$layout/mainstay.aot" \
            -Dspring.context.exit=onRefresh -jar "$layout/mainstay.jar"
    ) >"$log" 2>&1 9>&- &
    local trainee=$! seconds=0
    while kill -0 "$trainee" 2>/dev/null && [ "$seconds" -lt 180 ]; do
        sleep 1
        seconds=$((seconds + 1))
    done
    kill -9 "$trainee" 2>/dev/null
    wait "$trainee" 2>/dev/null
    stop_database_of "$home"
    rm -rf "$home"
}

# The training run ends without leaving its database time to stop.
stop_database_of() {
    local file pid tries
    find "$1" -name postmaster.pid 2>/dev/null | while read -r file; do
        pid=$(head -n 1 "$file")
        kill -INT "$pid" 2>/dev/null
        tries=0
        while [ -e "$file" ] && kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 100 ]; do
            sleep 0.1
            tries=$((tries + 1))
        done
    done
}

build_when_needed() {
    need_jdk
    is_current && return 0
    lock_build
    local jar
    if ! is_current; then
        jar=$(packaged_jar) && ! sources_newer_than "$jar" || package
        jar=$(packaged_jar) || die "The build made no app/target/mainstay-app-*-exec.jar."
        unfold "$jar"
    fi
    unlock_build
}

# Becomes the application: signals of the terminal reach it, and its exit code is the script's.
become_mainstay() {
    java_options
    if [ -f "$layout/mainstay.aot" ]; then
        options+=(-XX:AOTCache="$layout/mainstay.aot" -Xlog:aot=off -Xlog:cds=off)
    fi
    # shellcheck disable=SC2086 # several options in one variable
    exec "$JAVA_HOME/bin/java" "${options[@]}" ${brief[@]+"${brief[@]}"} ${MAINSTAY_JAVA_OPTIONS:-} -jar "$layout/mainstay.jar" "$@"
}

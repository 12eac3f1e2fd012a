#!/bin/sh
# Starts Offprint with the Java that came with it. OFFPRINT_HEAP sets Java's memory, such as 8g; without it half of the machine's.
set -u

# The folder of this script, through any symbolic links: a link to it in /usr/bin works.
self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
case $self in
    */*) bin=${self%/*} ;;
    *) bin=. ;;
esac
app=$(CDPATH='' cd -- "$bin/../lib/app" && pwd -P) || exit 3

heap=@heap@
if [ -n "${OFFPRINT_HEAP:-}" ]; then
    heap=-Xmx$OFFPRINT_HEAP
fi

# Without a graphics device OpenGL would be emulated, by JavaFX as by GTK: drawing in software without it takes a
# quarter less memory.
pipeline=-Dprism.order=sw
for device in /dev/dri /dev/nvidiactl /dev/dxg; do
    if [ -e "$device" ]; then
        pipeline=-Dprism.order=es2,sw
    fi
done
if [ "$pipeline" = -Dprism.order=sw ]; then
    export GDK_GL=disable
fi

exec "$app/../runtime/bin/java" "$heap" "$pipeline" @options@ \
    "-XX:AOTCache=$app/@cache@" "-Doffprint.assets=$app/assets" "-Doffprint.natives=$app/native" \
    -cp "@classPath@" @main@ "$@"

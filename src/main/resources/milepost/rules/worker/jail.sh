# Runs a command in a file tree of its own: the folder of the worker, Java, and the libraries of the system, all read-only.
# $1 the folder of the worker, $2 the home of Java, then the command. Called in new user, mount, network and process namespaces.
set -e
PATH=/usr/sbin:/usr/bin:/sbin:/bin
home=$1
java=$(readlink -f "$2")
shift 2
root=$home/root
mkdir -p "$root"
mount --make-rprivate /
mount -t tmpfs -o mode=755,size=1m jail "$root"
show() {
  [ -d "$1" ] || return 0
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  mount -o remount,bind,ro,nosuid "$root$1" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$root$1"
}
for folder in /lib /lib64 /usr/lib /usr/lib64; do
  if [ -L "$folder" ]; then
    ln -s "$(readlink "$folder")" "$root$folder"
  else
    show "$folder"
  fi
done
show "$java"
show "$home/lib"
# Some distributions keep the settings of Java in /etc.
for folder in /etc/java-*; do
  show "$folder"
done
mkdir -p "$root/proc" "$root/dev" "$root/tmp"
mount -t proc proc "$root/proc"
for device in null random urandom; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -o remount,ro "$root"
exec chroot "$root" "$@"

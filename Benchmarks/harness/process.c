#include "process.h"

#include <dirent.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;

void pin_to(int cpu)
{
    cpu_set_t set;
    if (cpu < 0) return;
    CPU_ZERO(&set);
    CPU_SET(cpu, &set);
    sched_setaffinity(0, sizeof set, &set);
}

/* The command with its ports. */
static void write_command(const char *command, int user_port, int mock_port, char *text, size_t size)
{
    size_t at = (size_t)snprintf(text, size, "exec ");
    while (*command && at + 12 < size) {
        int port = strncmp(command, "{port}", 6) == 0 ? user_port : strncmp(command, "{mock}", 6) == 0 ? mock_port : 0;
        if (port > 0) {
            at += (size_t)snprintf(text + at, size - at, "%d", port);
            command += 6;
        } else {
            text[at++] = *command++;
        }
    }
    text[at] = 0;
}

void process_start(const char *command, int user_port, int mock_port, int cpu, const char *log_file)
{
    char text[4096];
    write_command(command, user_port, mock_port, text, sizeof text);
    child = fork();
    if (child != 0) return;
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    setsid();
    sched_setaffinity(0, sizeof all, &all);
    pin_to(cpu);
    signal(SIGPIPE, SIG_DFL);
    int log = open(log_file, O_CREAT | O_TRUNC | O_WRONLY, 0644);
    dup2(log, 1);
    dup2(log, 2);
    execl("/bin/sh", "sh", "-c", text, (char *)NULL);
    _exit(127);
}

bool process_has_ended(void) { return child > 0 && waitpid(child, NULL, WNOHANG) == child; }

void process_stop(void)
{
    if (child <= 0) return;
    kill(-child, SIGTERM);
    for (int i = 0; i < 20 && waitpid(child, NULL, WNOHANG) != child; i++) usleep(50000);
    kill(-child, SIGKILL);
    waitpid(child, NULL, WNOHANG);
    child = 0;
}

/* The session of a process: the sixth field of its stat, after the name in brackets; its threads the twentieth. */
static bool is_ours(const char *pid, int *threads)
{
    char path[300], line[1024];
    int session = 0;
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *file = fopen(path, "r");
    if (!file) return false;
    size_t count = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[count] = 0;
    const char *rest = strrchr(line, ')');
    *threads = 0;
    return rest
        && sscanf(
               rest + 1, " %*c %*d %*d %d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %d", &session, threads)
            == 2
        && session == child;
}

/* Time on a processor, of threads that have ended, too, and of every thread that is there; time waited for one. */
static void add_times(const char *pid, struct usage *usage)
{
    char path[300];
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(atoi(pid), &clock) == 0 && clock_gettime(clock, &time) == 0)
        usage->cpu += (double)time.tv_sec + (double)time.tv_nsec / 1e9;
    snprintf(path, sizeof path, "/proc/%s/task", pid);
    DIR *tasks = opendir(path);
    if (!tasks) return;
    for (struct dirent *entry; (entry = readdir(tasks));) {
        char schedstat[600];
        unsigned long long ran, waited;
        if (entry->d_name[0] == '.') continue;
        snprintf(schedstat, sizeof schedstat, "/proc/%s/task/%s/schedstat", pid, entry->d_name);
        FILE *file = fopen(schedstat, "r");
        if (!file) continue;
        if (fscanf(file, "%llu %llu", &ran, &waited) == 2) {
            usage->waited += (double)waited / 1e9;
            if (usage->told < MAX_TOLD_THREADS) {
                usage->each[usage->told].id = atoi(entry->d_name);
                usage->each[usage->told++].cpu = (double)ran / 1e9;
            }
        }
        fclose(file);
    }
    closedir(tasks);
}

static void add_memory(const char *pid, struct usage *usage)
{
    char path[300], line[256];
    long value;
    snprintf(path, sizeof path, "/proc/%s/smaps_rollup", pid);
    FILE *file = fopen(path, "r");
    if (!file) return;
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "Rss: %ld", &value) == 1) usage->rss_kb += value;
        if (sscanf(line, "Pss: %ld", &value) == 1) usage->pss_kb += value;
    }
    fclose(file);
}

struct usage process_usage(bool with_memory)
{
    struct usage usage = {0};
    DIR *processes = child > 0 ? opendir("/proc") : NULL;
    if (!processes) return usage;
    for (struct dirent *entry; (entry = readdir(processes));) {
        int threads;
        if (atoi(entry->d_name) <= 0 || !is_ours(entry->d_name, &threads)) continue;
        usage.processes++;
        usage.threads += threads;
        add_times(entry->d_name, &usage);
        if (with_memory) add_memory(entry->d_name, &usage);
    }
    closedir(processes);
    return usage;
}

double busiest_thread(const struct usage *before, const struct usage *after)
{
    double most = 0;
    for (int i = 0; i < after->told; i++) {
        double cpu = after->each[i].cpu;
        for (int j = 0; j < before->told; j++)
            if (before->each[j].id == after->each[i].id) cpu -= before->each[j].cpu;
        if (cpu > most) most = cpu;
    }
    return most;
}

struct usage own_usage(void)
{
    struct usage usage = {0};
    char pid[24];
    snprintf(pid, sizeof pid, "%d", getpid());
    add_times(pid, &usage);
    return usage;
}

double machine_busy(void)
{
    double user, nice, system, idle, waiting, irq, softirq, steal, busy = 0;
    FILE *file = fopen("/proc/stat", "r");
    if (!file) return 0;
    if (fscanf(file, "cpu %lf %lf %lf %lf %lf %lf %lf %lf", &user, &nice, &system, &idle, &waiting, &irq, &softirq, &steal) == 8)
        busy = (user + nice + system + irq + softirq + steal) / (double)sysconf(_SC_CLK_TCK);
    fclose(file);
    return busy;
}

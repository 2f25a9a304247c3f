// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/platform.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>
#include <cstdio>
#include <iostream>

#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#ifdef GUANXI_READLINE
#include <readline/history.h>
#include <readline/readline.h>
#endif

namespace guanxi::server::platform {

namespace {

constexpr std::array Signals{SIGTERM, SIGINT, SIGHUP};

// A signal handler reaches nothing but file-scope data.
int signalSockets[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalSockets[0], &byte, 1);
}

void handleSignals(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : Signals)
        sigaction(number, &action, nullptr);
}

} // namespace

bool isInputTerminal() { return isatty(STDIN_FILENO); }
bool isOutputTerminal() { return isatty(STDOUT_FILENO); }

std::optional<QString> readSecret(const QString &prompt)
{
    std::cerr << prompt.toLocal8Bit().constData() << std::flush;
    termios shown = {};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    if (isTerminal) {
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    std::string text;
    const bool read = bool(std::getline(std::cin, text));
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        std::cerr << std::endl;
    }
    return read ? std::optional(QString::fromLocal8Bit(text)) : std::nullopt;
}

struct StopSignal::Private {
    std::unique_ptr<QSocketNotifier> notifier;
};

StopSignal::StopSignal(QObject *parent) : QObject(parent), m_private(std::make_unique<Private>())
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalSockets) != 0)
        return;
    m_private->notifier = std::make_unique<QSocketNotifier>(signalSockets[1], QSocketNotifier::Read);
    connect(m_private->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(signalSockets[1], &byte, 1) == 1)
            Q_EMIT asked();
    });
    handleSignals(onSignal);
    std::signal(SIGPIPE, SIG_IGN);
}

StopSignal::~StopSignal()
{
    handleSignals(SIG_DFL);
    m_private->notifier.reset();
    for (int &end : signalSockets) {
        ::close(end);
        end = -1;
    }
}

struct LineReader::Private {
    std::unique_ptr<QSocketNotifier> notifier;
    Complete complete;
    QByteArray prompt;
#ifdef GUANXI_READLINE
    static LineReader *current; ///< readline's callbacks carry no data
    static void onLine(char *text);
    static char **onCompletion(const char *word, int start, int end);
#endif
};

#ifdef GUANXI_READLINE

LineReader *LineReader::Private::current = nullptr;

void LineReader::Private::onLine(char *text)
{
    if (!text) {
        rl_callback_handler_remove();
        current->m_private->notifier->setEnabled(false);
        Q_EMIT current->ended();
        return;
    }
    const QString line = QString::fromLocal8Bit(text);
    if (*text)
        add_history(text);
    std::free(text);
    Q_EMIT current->line(line);
}

char **LineReader::Private::onCompletion(const char *, int, int end)
{
    rl_attempted_completion_over = 1;
    const QStringList found = current->m_private->complete(QString::fromLocal8Bit(rl_line_buffer, end));
    if (found.isEmpty())
        return nullptr;
    QString common = found.first();
    for (const QString &candidate : found)
        while (!candidate.startsWith(common))
            common.chop(1);
    // readline's form: what all have in common, the candidates, null; each its own to free.
    auto **list = static_cast<char **>(std::malloc(sizeof(char *) * size_t(found.size() + 2)));
    list[0] = strdup(common.toLocal8Bit().constData());
    for (qsizetype i = 0; i < found.size(); ++i)
        list[i + 1] = strdup(found.at(i).toLocal8Bit().constData());
    list[found.size() + 1] = nullptr;
    if (found.size() == 1)
        std::free(std::exchange(list[1], nullptr));
    return list;
}

LineReader::LineReader(const QString &prompt, Complete complete, QObject *parent)
    : QObject(parent), m_private(std::make_unique<Private>())
{
    Private::current = this;
    m_private->complete = std::move(complete);
    m_private->prompt = prompt.toLocal8Bit();
    rl_attempted_completion_function = &Private::onCompletion;
    rl_catch_signals = 0;
    rl_callback_handler_install(m_private->prompt.constData(), &Private::onLine);
    m_private->notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_private->notifier.get(), &QSocketNotifier::activated, this, [] { rl_callback_read_char(); });
}

LineReader::~LineReader()
{
    rl_callback_handler_remove();
    Private::current = nullptr;
}

void LineReader::setPaused(bool paused)
{
    if (paused)
        rl_callback_handler_remove();
    else
        rl_callback_handler_install(m_private->prompt.constData(), &Private::onLine);
    m_private->notifier->setEnabled(!paused);
}

#else

LineReader::LineReader(const QString &prompt, Complete complete, QObject *parent)
    : QObject(parent), m_private(std::make_unique<Private>())
{
    m_private->complete = std::move(complete);
    m_private->prompt = prompt.toLocal8Bit();
    std::cout << m_private->prompt.constData() << std::flush;
    m_private->notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_private->notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::string text;
        if (!std::getline(std::cin, text)) {
            m_private->notifier->setEnabled(false);
            Q_EMIT ended();
            return;
        }
        Q_EMIT line(QString::fromLocal8Bit(text));
        if (m_private->notifier->isEnabled())
            std::cout << m_private->prompt.constData() << std::flush;
    });
}

LineReader::~LineReader() = default;

void LineReader::setPaused(bool paused)
{
    m_private->notifier->setEnabled(!paused);
    if (!paused)
        std::cout << m_private->prompt.constData() << std::flush;
}

#endif

struct KeyPress::Private {
    std::unique_ptr<QSocketNotifier> notifier;
    termios before = {};
    bool isTerminal = false;
};

KeyPress::KeyPress(QObject *parent) : QObject(parent), m_private(std::make_unique<Private>())
{
    m_private->isTerminal = tcgetattr(STDIN_FILENO, &m_private->before) == 0;
    if (m_private->isTerminal) {
        termios keys = m_private->before;
        keys.c_lflag &= ~tcflag_t(ECHO | ICANON);
        tcsetattr(STDIN_FILENO, TCSANOW, &keys);
    }
    m_private->notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_private->notifier.get(), &QSocketNotifier::activated, this, [this] {
        char key = 0;
        [[maybe_unused]] const ssize_t read = ::read(STDIN_FILENO, &key, 1);
        m_private->notifier->setEnabled(false);
        Q_EMIT pressed();
    });
}

KeyPress::~KeyPress()
{
    m_private->notifier.reset();
    if (m_private->isTerminal)
        tcsetattr(STDIN_FILENO, TCSANOW, &m_private->before);
}

qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

void raiseConnectionLimit()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace guanxi::server::platform

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

/// What differs between operating systems for a program in a terminal.
namespace guanxi::server::platform {

bool isInputTerminal();
bool isOutputTerminal();
/// Reads a line without showing it; nothing when the input ended.
std::optional<QString> readSecret(const QString &prompt);

/// Calls `asked` in the event loop when the system or Ctrl+C asks the program to end, as long as the object lives.
class StopSignal : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void asked();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// Lines typed at a prompt while the event loop runs; history and completion where the platform has them.
class LineReader : public QObject
{
    Q_OBJECT

public:
    using Complete = std::function<QStringList(const QString &line)>;

    LineReader(const QString &prompt, Complete complete, QObject *parent = nullptr);
    ~LineReader() override;
    /// Leaves the terminal to somebody else for a while, and shows the prompt again.
    void setPaused(bool paused);

Q_SIGNALS:
    void line(const QString &text);
    void ended();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// The next key at the terminal, without Enter; also the end of an input that is no terminal.
class KeyPress : public QObject
{
    Q_OBJECT

public:
    explicit KeyPress(QObject *parent = nullptr);
    ~KeyPress() override;

Q_SIGNALS:
    void pressed();

private:
    struct Private;
    std::unique_ptr<Private> m_private;
};

/// Bytes of this process in the machine's memory; 0 where the system does not tell.
qint64 memoryInUse();

/// Lets the process hold as many connections as the system permits.
void raiseConnectionLimit();

} // namespace guanxi::server::platform

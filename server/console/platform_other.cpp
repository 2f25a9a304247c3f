// SPDX-License-Identifier: GPL-3.0-or-later
// Systems without signals and terminals of the Unix kind: the server runs as a service and is stopped by `stop`.
#include "server/console/platform.h"

namespace guanxi::server::platform {

bool isInputTerminal() { return false; }
bool isOutputTerminal() { return false; }
std::optional<QString> readSecret(const QString &) { return std::nullopt; }

struct StopSignal::Private {};
StopSignal::StopSignal(QObject *parent) : QObject(parent) {}
StopSignal::~StopSignal() = default;

struct LineReader::Private {};
LineReader::LineReader(const QString &, Complete, QObject *parent) : QObject(parent) {}
LineReader::~LineReader() = default;
void LineReader::setPaused(bool) {}

struct KeyPress::Private {};
KeyPress::KeyPress(QObject *parent) : QObject(parent) {}
KeyPress::~KeyPress() = default;

qint64 memoryInUse() { return 0; }

void raiseConnectionLimit() {}

} // namespace guanxi::server::platform

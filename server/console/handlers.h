// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/console/command.h"

/// One function per command; the table in commandtable.cpp names them.
namespace guanxi::server::handlers {

Result<QJsonObject> userAdd(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userList(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userDisable(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userEnable(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userResetPassword(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userGrant(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> userUnlock(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> devicesList(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> devicesRevoke(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> quarantineList(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> quarantineShow(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> quarantineApply(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> quarantineDiscard(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> audit(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> sessions(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> kick(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> status(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> stats(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> log(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> code(ServerApp &app, const ParsedCommand &command);
Result<QJsonObject> stop(ServerApp &app, const ParsedCommand &command);

void printCode(const QJsonObject &result, QTextStream &out);
void printQuarantine(const QJsonObject &result, QTextStream &out);
void printAudit(const QJsonObject &result, QTextStream &out);
void printCheck(const QJsonObject &result, QTextStream &out);
void printStats(const QJsonObject &result, QTextStream &out);
void printLog(const QJsonObject &result, QTextStream &out);

int init(const ParsedCommand &command, Terminal &terminal);
int join(const ParsedCommand &command, Terminal &terminal);
int run(const ParsedCommand &command, Terminal &terminal);
int console(const ParsedCommand &command, Terminal &terminal);
int check(const ParsedCommand &command, Terminal &terminal);
int schema(const ParsedCommand &command, Terminal &terminal);
int demo(const ParsedCommand &command, Terminal &terminal);
int help(const ParsedCommand &command, Terminal &terminal);

} // namespace guanxi::server::handlers

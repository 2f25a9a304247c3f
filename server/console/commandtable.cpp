// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/command.h"
#include "server/console/handlers.h"

#include <QCoreApplication>

namespace guanxi::server {

namespace {

const OptionSpec ReadFrom{"read-from", "PLACE", QT_TRANSLATE_NOOP("Console", "a streaming replica (standby) of the PostgreSQL database; desktops that have much to fetch are served from it")};
const OptionSpec PasswordFile{"password-file", "FILE", QT_TRANSLATE_NOOP("Console", "file whose first line is the password; else one is made up and shown")};

} // namespace

const std::vector<CommandSpec> &commandTable()
{
    using namespace handlers;
    static const std::vector<CommandSpec> table{
        {"init", "", 0, 0, QT_TRANSLATE_NOOP("Console", "make a new company; asks for what is missing"),
         {{"company", "NAME", QT_TRANSLATE_NOOP("Console", "name of the company")},
          {"admin", "LOGIN", QT_TRANSLATE_NOOP("Console", "login of the administrator")},
          {"admin-name", "NAME", QT_TRANSLATE_NOOP("Console", "real name of the administrator")},
          {"password-file", "FILE", QT_TRANSLATE_NOOP("Console", "file whose first line is the administrator's password")},
          {"port", "PORT", QT_TRANSLATE_NOOP("Console", "port to serve on; default 4780")},
          {"address", "HOST", QT_TRANSLATE_NOOP("Console", "name or address by which desktops reach the server")},
          {"postgres", "PLACE", QT_TRANSLATE_NOOP("Console", "\"host=…;port=…;user=…;dbname=…\" instead of a file")},
          ReadFrom},
         nullptr, init},
        {"join", "", 0, 0, QT_TRANSLATE_NOOP("Console", "make one more server for a company that lives in PostgreSQL"),
         {{"postgres", "PLACE", QT_TRANSLATE_NOOP("Console", "the company's database, as it was given to “init”")},
          {"identity", "FILE", QT_TRANSLATE_NOOP("Console", "copy of server.pem of the company's first server; desktops know it by that")},
          {"blobs", "DIR", QT_TRANSLATE_NOOP("Console", "folder of contents that all servers of the company share")},
          ReadFrom,
          {"port", "PORT", QT_TRANSLATE_NOOP("Console", "port to serve on; default 4780")},
          {"address", "HOST", QT_TRANSLATE_NOOP("Console", "name or address by which desktops reach the server")}},
         nullptr, join},
        {"run", "", 0, 0, QT_TRANSLATE_NOOP("Console", "serve the company's desktops"),
         {{"port", "PORT", QT_TRANSLATE_NOOP("Console", "port to serve on; 0: any free one")},
          {"host", "ADDRESS", QT_TRANSLATE_NOOP("Console", "address to listen on; default 0.0.0.0")}},
         nullptr, run},
        {"console", "", 0, 0, QT_TRANSLATE_NOOP("Console", "attach to the running server; with a command, run just that"), {}, nullptr, console},
        {"status", "", 0, 0, QT_TRANSLATE_NOOP("Console", "what the server is doing"), {}, status},
        {"stats", "", 0, 0, QT_TRANSLATE_NOOP("Console", "how much the running server does and how long it takes"),
         {{"watch", nullptr, QT_TRANSLATE_NOOP("Console", "again each second until a key is pressed")}}, stats, nullptr, printStats},
        {"sessions", "", 0, 0, QT_TRANSLATE_NOOP("Console", "who is connected"), {}, sessions},
        {"kick", "NUMBER", 1, 1, QT_TRANSLATE_NOOP("Console", "end a session; the desktop may come back"), {}, kick},
        {"user add", "LOGIN", 1, 1, QT_TRANSLATE_NOOP("Console", "make an account for an employee"),
         {{"name", "NAME", QT_TRANSLATE_NOOP("Console", "real name")},
          {"role", "ROLE", QT_TRANSLATE_NOOP("Console", "role to grant; may be repeated")},
          {"department", "CODE", QT_TRANSLATE_NOOP("Console", "department; default: the root")},
          {"post", "CODE", QT_TRANSLATE_NOOP("Console", "post, a value of the dictionary")},
          PasswordFile},
         userAdd},
        {"user list", "", 0, 0, QT_TRANSLATE_NOOP("Console", "all accounts with their roles"), {}, userList},
        {"user disable", "LOGIN", 1, 1, QT_TRANSLATE_NOOP("Console", "keep an account out and end its sessions"), {}, userDisable},
        {"user enable", "LOGIN", 1, 1, QT_TRANSLATE_NOOP("Console", "let a disabled account in again"), {}, userEnable},
        {"user reset-password", "LOGIN", 1, 1, QT_TRANSLATE_NOOP("Console", "set a password that must be changed at the next sign-in"), {PasswordFile}, userResetPassword},
        {"user grant", "LOGIN ROLE", 2, 2, QT_TRANSLATE_NOOP("Console", "give or take a role"),
         {{"from", "DATE", QT_TRANSLATE_NOOP("Console", "start of the grant; default: now")},
          {"to", "DATE", QT_TRANSLATE_NOOP("Console", "end of the grant; default: open")},
          {"within", "CODE", QT_TRANSLATE_NOOP("Console", "limit to a department and those below")},
          {"revoke", nullptr, QT_TRANSLATE_NOOP("Console", "take the role instead")}},
         userGrant},
        {"user unlock", "LOGIN", 1, 1, QT_TRANSLATE_NOOP("Console", "end the lock-out of a login or address"), {}, userUnlock},
        {"devices list", "", 0, 0, QT_TRANSLATE_NOOP("Console", "all enrolled installations"), {}, devicesList},
        {"devices revoke", "REPLICA", 1, 1, QT_TRANSLATE_NOOP("Console", "keep an installation out for ever; at its next contact it hands over what it has not sent and deletes its data"), {}, devicesRevoke},
        {"quarantine list", "", 0, 0, QT_TRANSLATE_NOOP("Console", "work of revoked installations, and what came without the right to it, waiting for a decision"), {}, quarantineList, nullptr, printQuarantine},
        {"quarantine show", "ID", 1, 1, QT_TRANSLATE_NOOP("Console", "what one of them, or all of an installation or login, would change"), {}, quarantineShow, nullptr, printQuarantine},
        {"quarantine apply", "ID", 1, 1, QT_TRANSLATE_NOOP("Console", "apply one, or all of an installation or login, on behalf of its author"), {}, quarantineApply},
        {"quarantine discard", "ID", 1, 1, QT_TRANSLATE_NOOP("Console", "give one up, or all of an installation or login; it stays in the history"), {}, quarantineDiscard},
        {"audit", "", 0, 0, QT_TRANSLATE_NOOP("Console", "who looked behind a mask, took records out or printed them, newest first"),
         {{"user", "LOGIN", QT_TRANSLATE_NOOP("Console", "only this account")},
          {"kind", "KIND", QT_TRANSLATE_NOOP("Console", "only “reveal”, “export” or “print”")},
          {"from", "DATE", QT_TRANSLATE_NOOP("Console", "not what was before")},
          {"lines", "N", QT_TRANSLATE_NOOP("Console", "how many; default 50")}},
         audit, nullptr, printAudit},
        {"code", "", 0, 0, QT_TRANSLATE_NOOP("Console", "make a connection code for one enrolment"),
         {{"days", "N", QT_TRANSLATE_NOOP("Console", "how long it can be used; default 7")},
          {"address", "HOST", QT_TRANSLATE_NOOP("Console", "name or address by which desktops reach the server")}},
         code, nullptr, printCode},
        {"log", "", 0, 0, QT_TRANSLATE_NOOP("Console", "the latest lines of the log"),
         {{"lines", "N", QT_TRANSLATE_NOOP("Console", "how many; default 20")}}, log, nullptr, printLog},
        {"stop", "", 0, 0, QT_TRANSLATE_NOOP("Console", "end the server; desktops come back later"), {}, stop},
        {"check", "", 0, 0, QT_TRANSLATE_NOOP("Console", "look whether everything in the database fits together; changes nothing, also while the server runs"), {}, nullptr, check, printCheck},
        {"schema", "", 0, 0, QT_TRANSLATE_NOOP("Console", "print the catalogue of entities and fields"),
         {{"markdown", nullptr, QT_TRANSLATE_NOOP("Console", "for people; default is JSON")}}, nullptr, schema},
        {"demo", "", 0, 9, QT_TRANSLATE_NOOP("Console", "make a demo company; see “demo --help”"), {}, nullptr, demo},
        {"help", "[COMMAND]", 0, 2, QT_TRANSLATE_NOOP("Console", "explain the commands"), {}, nullptr, help},
    };
    return table;
}

} // namespace guanxi::server

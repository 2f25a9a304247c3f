// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/messagetype.h"

#include <array>

namespace guanxi::protocol {

namespace {

constexpr quint8 bit(ConnectionState state) { return quint8(1 << quint8(state)); }

constexpr quint8 Nobody = 0;
constexpr quint8 Fresh = bit(ConnectionState::Fresh);
constexpr quint8 Greeted = bit(ConnectionState::Greeted);
constexpr quint8 SignedIn = bit(ConnectionState::SignedIn);
constexpr quint8 Revoked = bit(ConnectionState::Revoked);
constexpr quint8 Console = bit(ConnectionState::LocalConsole);

struct Rule {
    MessageType type;
    const char *name;
    quint8 client; ///< states in which the client may send it
    quint8 server; ///< states in which the server may send it
};

// Both ends check what they receive against it, and nothing else does.
constexpr std::array<Rule, MessageTypeCount> Rules{{
    {MessageType::Hello, "Hello", Fresh, Nobody},
    {MessageType::Welcome, "Welcome", Nobody, Fresh},
    {MessageType::Enrol, "Enrol", Greeted, Nobody},
    {MessageType::SignIn, "SignIn", Greeted, Nobody},
    {MessageType::Ready, "Ready", Nobody, Greeted},
    {MessageType::Error, "Error", Nobody, Fresh | Greeted | SignedIn | Revoked | Console},
    {MessageType::Ping, "Ping", Greeted | SignedIn | Revoked, Greeted | SignedIn | Revoked},
    {MessageType::Pong, "Pong", Greeted | SignedIn | Revoked, Greeted | SignedIn | Revoked},
    {MessageType::Push, "Push", SignedIn, Nobody},
    {MessageType::PushAck, "PushAck", Nobody, SignedIn | Revoked},
    {MessageType::Confirm, "Confirm", SignedIn, Nobody},
    {MessageType::Pull, "Pull", SignedIn, Nobody},
    {MessageType::Page, "Page", Nobody, SignedIn},
    {MessageType::Live, "Live", Nobody, SignedIn},
    {MessageType::Lagged, "Lagged", Nobody, SignedIn},
    {MessageType::RightsChanged, "RightsChanged", Nobody, SignedIn},
    {MessageType::History, "History", SignedIn, Nobody},
    {MessageType::HistoryPage, "HistoryPage", Nobody, SignedIn},
    {MessageType::Reveal, "Reveal", SignedIn, Nobody},
    {MessageType::Revealed, "Revealed", Nobody, SignedIn},
    {MessageType::ChangePassword, "ChangePassword", SignedIn, Nobody},
    {MessageType::Done, "Done", Nobody, SignedIn | Revoked},
    {MessageType::Notice, "Notice", Nobody, Greeted | SignedIn | Revoked},
    {MessageType::Wipe, "Wipe", Nobody, Greeted | SignedIn},
    {MessageType::SignOut, "SignOut", Greeted | SignedIn | Revoked, Nobody},
    {MessageType::Command, "Command", Console, Nobody},
    {MessageType::CommandReply, "CommandReply", Nobody, Console},
    {MessageType::Quarantine, "Quarantine", Revoked, Nobody},
    {MessageType::Resume, "Resume", SignedIn, Nobody},
    {MessageType::Fork, "Fork", SignedIn, Nobody},
    {MessageType::Forked, "Forked", Nobody, SignedIn},
    {MessageType::Compare, "Compare", SignedIn, Nobody},
    {MessageType::Compared, "Compared", Nobody, SignedIn},
    {MessageType::Mend, "Mend", SignedIn, Nobody},
    {MessageType::Mended, "Mended", Nobody, SignedIn},
    {MessageType::BlobOffer, "BlobOffer", SignedIn | Revoked, Nobody},
    {MessageType::BlobWanted, "BlobWanted", Nobody, SignedIn | Revoked},
    {MessageType::BlobPut, "BlobPut", SignedIn | Revoked, Nobody},
    {MessageType::BlobOpen, "BlobOpen", SignedIn, Nobody},
    {MessageType::BlobOpened, "BlobOpened", Nobody, SignedIn},
    {MessageType::BlobGet, "BlobGet", SignedIn, Nobody},
    {MessageType::BlobData, "BlobData", Nobody, SignedIn},
    {MessageType::BlobSought, "BlobSought", Nobody, SignedIn},
    {MessageType::Servers, "Servers", Nobody, SignedIn},
}};

constexpr bool isComplete()
{
    for (std::size_t i = 0; i < Rules.size(); ++i)
        if (Rules[i].type != MessageType(i + 1))
            return false;
    return true;
}
static_assert(isComplete());

const Rule *ruleOf(MessageType type)
{
    const std::size_t index = std::size_t(type) - 1;
    return index < Rules.size() ? &Rules[index] : nullptr;
}

} // namespace

QLatin1StringView messageName(MessageType type)
{
    const Rule *rule = ruleOf(type);
    return QLatin1StringView(rule ? rule->name : "Unknown");
}

bool isAllowed(MessageType type, Role sender, ConnectionState state)
{
    const Rule *rule = ruleOf(type);
    return rule && ((sender == Role::Client ? rule->client : rule->server) & bit(state)) != 0;
}

} // namespace guanxi::protocol

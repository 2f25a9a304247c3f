// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/field.h"

#include <QHash>
#include <deque>
#include <optional>

namespace guanxi::model {

/// Fixed colour roles of states; always shown with the word.
enum class Tone : quint8 { Neutral, Active, Waiting, Good, Bad, Closed };

/// One state; numbers are permanent.
struct State {
    int id = 0;
    QString code;
    QString label; ///< English source text
    Tone tone = Tone::Neutral;
    bool readOnly = false; ///< the record cannot be edited while in it
};

/// What a transition writes beside the state.
struct Effect {
    enum class Kind : quint8 { SetNow, SetToday, SetCurrentUser, SetConstant, Increment };
    Kind kind;
    FieldId field;
    Value value;
};

/// One arrow of the state machine; a right of its own (`entity.transition`).
struct Transition {
    int id = 0;
    QString code;
    QString label;
    QList<int> from;           ///< empty: any state
    int to = 0;
    QList<FieldId> required;   ///< must be filled when it is made
    QStringList guards;        ///< names of checks in common/rules that must all pass
    bool automatic = false;    ///< only the server makes it
    bool byCommand = false;    ///< part of an action that does more; its button runs the command of the subject
    bool approves = false;     ///< needs the right Approve instead of Edit
    QList<Effect> effects;
    QList<FieldId> along;      ///< further fields that are written with it, by a rule (rules::followOutcome)
};

/// States and arrows of an entity; `field` is the State field.
struct StateMachine {
    FieldId field = 0;
    int initial = 0;
    int undone = 0; ///< what a record becomes when the action that made it is taken back; 0: it is deleted
    QList<State> states;
    QList<Transition> transitions;

    bool isEmpty() const { return states.isEmpty(); }
    const State *state(int id) const;
    const Transition *transition(int id) const;
    /// The arrows that leave `from` (0: a record not saved yet).
    QList<const Transition *> leaving(int from) const;
    /// The first arrow from one state to another; nullptr when there is none.
    const Transition *between(int from, int to) const;
};

/// Which rows a person may see is decided by the scopes of the row, derived by this rule.
struct ScopeRule {
    enum class Kind : quint8 {
        Everyone,  ///< whoever may view the entity sees every row
        Owner,     ///< owner, assignees, department
        Inherits,  ///< the scopes of the first parent field that is filled, else as Owner; fields naming users add owners
        Private,   ///< only the user in `fields[0]`
        ServerOnly ///< never leaves the server
    };
    Kind kind = Kind::Owner;
    QList<FieldId> fields; ///< Inherits: parent fields; Owner: further fields holding users that count as owners
};

/// A record that is made and changed only while another one, which it belongs to, is in one of these states.
struct OpenWhile {
    FieldId of = 0; ///< 0: always
    QList<int> states;
};

/// What makes an entity the lines of a document, its parent: they are typed like a spreadsheet, and as long as the document is in a
/// read-only state nobody changes them.
struct LineFields {
    FieldId position = 0;  ///< 0: in the order in which they were made
    FieldId product = 0;
    FieldId quantity = 0;
    FieldId price = 0;
    FieldId discount = 0;  ///< 0: there is none
    FieldId taxRate = 0;   ///< 0: there is none
    FieldId amount = 0;
    FieldId priceFrom = 0; ///< of the product: what the price begins with
    bool isSold = false;   ///< price lists are for it
    QList<std::pair<FieldId, FieldId>> taken{}; ///< what a chosen product fills: own field, and the product's (0: its title)
};

/// Where a document keeps what its lines add up to; 0: nowhere.
struct TotalFields {
    EntityId lines = 0;
    FieldId subtotal = 0;
    FieldId discount = 0;
    FieldId tax = 0;
    FieldId total = 0;
    FieldId baseTotal = 0;
    FieldId rate = 0;      ///< of exchange, for the total in base currency
    FieldId currency = 0;
};

/// Areas of the rights table in the requirements (4.6); built-in roles are given per area.
enum class Area : quint8 { Marketing, Customers, Service, Sales, Stock, Reports, Dictionaries, Products, Forms, Security, Audit, Work };

/// Who makes the rows of an entity.
enum class Maker : quint8 {
    People,  ///< in a form
    Program, ///< desktops, beside what their users do: settings, rows of an import; no form makes one
    Server,  ///< the server alone; people edit at most what they may type
};

/// Rail entries.
enum class Workspace : quint8 { None, Customers, Opportunities, Sales, Service, Warehouse, Marketing, Work, Reports, Administration };

/// One kind of record. Declared in common/model/catalogue, one pair of files per subject.
class Entity
{
public:
    EntityId id = 0;
    QString name;        ///< snake_case: table and API name
    QString label;       ///< English, singular
    QString plural;      ///< English
    QString icon;        ///< freedesktop icon name
    EntityId parent = 0; ///< for child tables
    FieldId parentField = 0;
    Area area = Area::Work;
    Workspace workspace = Workspace::None;
    ScopeRule scope;
    StateMachine machine;
    std::optional<LineFields> line;     ///< of the lines of a document
    std::optional<TotalFields> totals;  ///< of a document with lines
    OpenWhile openWhile;
    QString numberPattern;        ///< default NumberRule of field `number`
    QList<FieldId> titleFields;   ///< shown as the record's name, joined by a space
    QList<EntityId> relationMenu; ///< relation tabs, in order; others follow
    bool appendOnly = false;      ///< rows are never edited or deleted
    Maker maker = Maker::People;
    bool serverWritten = false;   ///< desktops never write it

    const std::deque<Field> &fields() const { return m_fields; }
    /// Appends a field; its number must be new in this entity.
    Field &addField(Field field);
    const Field *field(FieldId field) const;
    const Field *field(QStringView fieldName) const;
    /// Place of the field in fields() and in a record's values; -1 when unknown.
    int position(FieldId field) const { return field < m_near.size() ? m_near[field] : m_far.value(field, -1); }
    bool hasSystemFields() const { return field(system::CreatedAt) != nullptr; }

private:
    std::deque<Field> m_fields; ///< grows at the end only: pointers stay valid
    std::vector<qint16> m_near; ///< by field number: asked for with each access to a record; user-defined ones are far
    QHash<FieldId, int> m_far;
};

} // namespace guanxi::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/value.h"

#include <QList>

#include <limits>
#include <optional>

namespace guanxi::model {

/// Bytes of UTF-8 a LongText may have.
inline constexpr qsizetype LongTextLimit = 256 * 1024;

/// Bytes a Picture may have: it travels with its row.
inline constexpr qsizetype PictureLimit = 16 * 1024;

/// What a field holds; decides column, editor, check, wire form and export. Numbers are permanent (wire, custom fields).
enum class FieldType : quint8 {
    Text = 1,       ///< one line, at most `limit` characters
    LongText = 2,   ///< many lines, at most 256 KiB
    Int = 3,
    Decimal = 4,    ///< integer count of 10^-scale
    Percent = 5,    ///< hundredths of a percent, 0–10000
    Bool = 6,
    Date = 7,       ///< days since 1970-01-01, years 0001–9999
    DateTime = 8,   ///< UTC milliseconds
    Money = 9,      ///< 1/10 000 of the currency unit
    Phone = 10,
    Email = 11,
    Url = 12,
    Tags = 13,      ///< set of short texts
    Json = 14,      ///< text holding JSON
    BlobRef = 15,   ///< id of content in the blob store: SHA-256 of its manifest
    Dictionary = 16, ///< id of a DictionaryItem of dictionary `dictionary`
    Choice = 17,    ///< 1-based number of one of the fixed `choices`
    State = 18,     ///< permanent number of a state of the entity's state machine
    Reference = 19, ///< id of a record of `targets[0]`
    AnyReference = 20, ///< RecordRef to one of `targets` (empty: any entity)
    References = 21, ///< set of ids of records of `targets[0]`
    Picture = 22,    ///< a small picture (PNG, JPEG, WebP) in the row itself, at most 16 KiB
};

/// What happens when two replicas changed the field at once. See common/sync/README.md.
enum class MergePolicy : quint8 {
    Ask = 1,    ///< the stored value stays, mine is parked in a conflict record
    Latest = 2, ///< arrival order wins, the loser stays in the history
    Add = 3,    ///< numbers: the difference is added
    Set = 4,    ///< tags, reference sets: additions and removals are merged
    Append = 5, ///< long text: what was appended is appended again
    Text3 = 6,  ///< long text: three-way merge by lines, Ask where they overlap
    Server = 7, ///< only the server writes it
};

/// How the search index treats a field.
enum class Search : quint8 {
    None,
    Name,   ///< text and pinyin
    Text,   ///< text only
    Phone,  ///< inner parts of four digits and more
    Number, ///< document numbers: prefix, exact
};

/// Whether records with the same value, however it is written, may be one thing entered twice. See common/rules/twins.h.
enum class Twins : quint8 {
    No,
    Alone,     ///< the value says it by itself: the name of a company
    WithTitle, ///< only together with the record's name: a telephone number that colleagues share
};

/// What a field says about two records being one thing. See common/rules/similarity.h.
enum class Likeness : quint8 {
    No,
    Key,     ///< equal: they are one
    Company, ///< the name of a company or a thing: equal or nearly so, it is enough by itself
    Person,  ///< the name of a person: many share one, so something else must agree
    Address,
    Phone,   ///< perhaps shared by colleagues
    Context, ///< what it belongs to
};

/// The value a new record starts with.
enum class Default : quint8 { None, Constant, Now, Today, CurrentUser, CurrentDepartment, NextNumber };

/// Named formats beyond the type. The checks live in common/rules.
enum class Format : quint8 { None, Mobile, IdentityCard, CreditCode, Age, RealName, CurrencyCode, Period, Postcode, PrintDefinition };

/// Who computes a computed field. Neither kind is ever pushed by a desktop.
enum class Computed : quint8 {
    No,
    Local,  ///< from the record's own visible fields, by every program
    Server, ///< stored by the server, read-only elsewhere
};

/// How every program works a field out from others of the same record (Computed::Local). See common/rules/amounts.h.
struct Formula {
    enum class Kind : quint8 {
        None,
        Product,    ///< a·b
        Difference, ///< a − b
        Net,        ///< of a line of a document: quantity and price less the discount
    };
    Kind kind = Kind::None;
    FieldId a = 0;
    FieldId b = 0;
};

/// In which records of an entity a field makes sense: a field of the kind holds one of the values, or none of them.
struct Applies {
    FieldId kind = 0; ///< 0: in all
    QList<Value> values;
    bool unless = false;
};

/// One field of an entity, declared once; everything generic is derived from it.
struct Field {
    FieldId id = 0;
    QString name;  ///< snake_case: column and API name
    QString label; ///< English source text, translated in context = entity name
    FieldType type = FieldType::Text;
    int limit = 0;              ///< characters, for texts
    int scale = 0;              ///< decimals, for scaled numbers
    QList<EntityId> targets;    ///< for references
    EntityId conditionOn = 0;   ///< for JSON that is a condition on the own fields of such a record (filterjson.h)
    EntityId fieldsOf = 0;      ///< for JSON that is a list of names of such a record's fields
    FieldId within = 0;         ///< for references: to what belongs to the same as this other reference names, first of all
    QString dictionary;         ///< code of the dictionary
    QStringList choices;        ///< codes; English label is made from the code
    bool required = false;
    quint32 requiredSince = 0;  ///< Catalogue::version() of the program that first asked for it; older ones may leave it out
    bool unique = false;        ///< among live rows, on the server
    bool masked = false;        ///< masked unless a field right says otherwise
    bool systemFilled = false;  ///< written by the program or a transition, never typed
    bool withFile = false;      ///< filled by the program (from a file, when a lead is converted), and sent like what is typed
    bool custom = false;        ///< made by a user at run time
    bool indexed = false;       ///< list sorts and relation tabs use it often
    bool listed = false;        ///< a column of the list from the start
    Computed computed = Computed::No;
    Formula formula;            ///< of Computed::Local
    MergePolicy merge = MergePolicy::Ask;
    int mergeGroup = 0;         ///< fields with the same number > 0 only make sense together
    Search search = Search::None;
    Twins twins = Twins::No;
    Likeness likeness = Likeness::No;
    Default defaultKind = Default::None;
    Value defaultValue;         ///< for Default::Constant
    Format format = Format::None;
    qint64 minimum = std::numeric_limits<qint64>::min();
    qint64 maximum = std::numeric_limits<qint64>::max();
    Applies applies;            ///< Record::applies()
    QString section;            ///< heading in the form; empty: general

    bool isNumber() const;      ///< stored as a 64-bit integer
    bool isText() const;        ///< stored as text (tags as JSON array)
    bool isLong() const { return type == FieldType::LongText || type == FieldType::Json; } ///< text that is measured in bytes
    bool isReference() const { return type == FieldType::Reference; }
    /// Content rather than words or numbers: nothing to list, search or filter by.
    bool isContent() const { return type == FieldType::BlobRef || type == FieldType::Picture; }
    bool isCondition() const { return conditionOn != 0; }
    /// True if a person may change it (before rights).
    bool isEditable() const { return !systemFilled && computed == Computed::No; }
    /// True if he does so by typing or choosing.
    bool isTyped() const { return isEditable() && !withFile; }
};

/// Ids of the fields every business entity has; an entity's own fields start at 16.
namespace system {
inline constexpr FieldId Owner = 1;
inline constexpr FieldId Department = 2;
inline constexpr FieldId CreatedAt = 3;
inline constexpr FieldId CreatedBy = 4;
inline constexpr FieldId UpdatedAt = 5;
inline constexpr FieldId UpdatedBy = 6;
inline constexpr FieldId FirstOwn = 16;
inline constexpr FieldId FirstCustom = 65536;
} // namespace system

/// A field named in code: its number and, for the compiler, the C++ type of its content.
template <class T> struct Handle {
    FieldId id;
};
using TextField = Handle<QString>;
using NumberField = Handle<qint64>; ///< also dates, times, booleans, states, choices, amounts
using RefField = Handle<Uuid>;      ///< references and dictionary values
using AnyRefField = Handle<RecordRef>;
using TagsField = Handle<QStringList>;
using BytesField = Handle<QByteArray>; ///< blobs and reference sets

} // namespace guanxi::model

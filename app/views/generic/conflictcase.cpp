// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/generic/conflictcase.h"

#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"
#include "common/sync/parkedset.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace guanxi::app {

using model::Conflict;

namespace {

Error reasonOf(const QString &json)
{
    const QJsonObject reason = QJsonDocument::fromJson(json.toUtf8()).object();
    Error error{ErrorCode(reason[QStringLiteral("code")].toInt(int(ErrorCode::Internal))), {}};
    for (const QJsonValue &arg : reason[QStringLiteral("args")].toArray())
        error.args.append(arg.toString());
    return error;
}

} // namespace

bool ConflictCase::isAdvice() const
{
    using sync::ConflictKind;
    return kind == ConflictKind::NearDuplicate || (kind == ConflictKind::StockNegative && conflict.isNull(Conflict::parked));
}

bool ConflictCase::isHidden() const { return field && conflict.isNull(Conflict::theirs); }

ConflictCase ConflictCase::read(const model::Record &conflict, const model::Catalogue &catalogue)
{
    ConflictCase read;
    read.conflict = conflict;
    read.about = conflict[Conflict::record];
    read.entity = catalogue.entity(read.about.entity);
    read.field = read.entity ? read.entity->field(model::FieldId(conflict[Conflict::field])) : nullptr;
    read.kind = sync::ConflictKind(conflict[Conflict::kind]);
    read.base = model::valueFromJson(conflict[Conflict::base]);
    read.mine = model::valueFromJson(conflict[Conflict::mine]);
    read.theirs = model::valueFromJson(conflict[Conflict::theirs]);
    read.mineBy = conflict[Conflict::mineBy];
    read.theirsBy = conflict[Conflict::theirsBy];
    read.mineAt = conflict[Conflict::mineAt];
    read.theirsAt = conflict[Conflict::theirsAt];
    read.parked = sync::parkedSet(conflict[Conflict::parked]);
    read.reason = reasonOf(conflict[Conflict::reason]);
    if (read.kind == sync::ConflictKind::NearDuplicate)
        read.twin = read.theirs.as<model::RecordRef>();
    return read;
}

} // namespace guanxi::app

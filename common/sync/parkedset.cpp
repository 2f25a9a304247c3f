// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sync/parkedset.h"

#include "common/model/catalogue/platform.h"
#include "common/model/codec.h"

#include <QJsonDocument>

namespace guanxi::sync {

QString parkedJson(const model::ChangeSet &set)
{
    const QJsonObject parked{{QStringLiteral("seq"), set.seq},
                             {QStringLiteral("changeset"), QString::fromLatin1(model::encodeChangeSet(set).toBase64())}};
    return QString::fromUtf8(QJsonDocument(parked).toJson(QJsonDocument::Compact));
}

model::ChangeSet parkedSet(const QString &json)
{
    const QJsonObject parked = QJsonDocument::fromJson(json.toUtf8()).object();
    const QByteArray bytes = QByteArray::fromBase64(parked[QStringLiteral("changeset")].toString().toLatin1());
    const Result<model::ChangeSet> set = model::decodeChangeSet(bytes);
    return set ? *set : model::ChangeSet();
}

model::RecordChange closingOf(const model::Record &conflict, Resolution resolution)
{
    using model::Conflict;
    const auto set = [&](model::FieldId field, qint64 value) {
        return model::FieldChange{field, conflict.value(field), model::Value(value), conflict.rev()};
    };
    return {model::ChangeKind::Update, conflict.ref(), conflict.rev(),
            {set(Conflict::state.id, qint64(ConflictState::Resolved)), set(Conflict::resolution.id, qint64(resolution))}};
}

} // namespace guanxi::sync

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/import/importjob.h"

#include "app/widgets/sheetrow.h"
#include "common/model/catalogue/platform.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace guanxi::app {

using model::Field;
using model::ImportJob;
using model::Record;
using Verdict = ImportLine::Verdict;

namespace {

enum Mode : qint64 { Create = 1, Update, Both };

QString mappingOf(const QStringList &heads, const ImportPlan &plan)
{
    QJsonObject mapping;
    for (qsizetype column = 0; column < plan.fields.size(); ++column)
        if (const Field *field = plan.fields[column])
            mapping.insert(heads.value(column), field->name);
        else if (column == plan.idColumn)
            mapping.insert(heads.value(column), recordIdCode());
    return QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Compact));
}

} // namespace

std::optional<Record> importJob(const Records &records, const model::Entity &entity, const QString &path, const QString &format,
                                const QStringList &heads, const ImportPlan &plan, const ImportCounts &counts)
{
    const model::Entity *declared = records.catalogue().entity(ImportJob::entity);
    if (!declared || !records.may(model::Action::Create, ImportJob::entity))
        return std::nullopt;
    const qint64 created = counts[Verdict::New], updated = counts[Verdict::Changed];
    QStringList keys;
    for (const Field *key : ImportLines::keysOf(entity, plan.fields))
        if (plan.fields.contains(key))
            keys.append(key->name);
    Record job = records.create(ImportJob::entity);
    job.set(ImportJob::fileName, QFileInfo(path).fileName().left(declared->field(ImportJob::fileName.id)->limit));
    job.set(ImportJob::format, qint64(declared->field(ImportJob::format.id)->choices.indexOf(format) + 1));
    job.set(ImportJob::object, entity.name);
    job.set(ImportJob::mapping, mappingOf(heads, plan));
    job.set(ImportJob::mode, qint64(updated == 0 ? Create : created == 0 ? Update : Both));
    if (!keys.isEmpty())
        job.set(ImportJob::matchFields, keys);
    job.set(ImportJob::state, qint64(ImportJob::Done));
    job.set(ImportJob::rows, std::accumulate(counts.lines.begin(), counts.lines.end(), qint64(0)));
    job.set(ImportJob::created, created);
    job.set(ImportJob::updated, updated);
    job.set(ImportJob::skipped, counts[Verdict::Skipped] + counts[Verdict::Unchanged]);
    job.set(ImportJob::failed, counts[Verdict::Faulty]);
    return job;
}

} // namespace guanxi::app

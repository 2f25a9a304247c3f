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

QJsonObject mappingOf(const ImportedSheet &sheet)
{
    QJsonObject mapping;
    for (qsizetype column = 0; column < sheet.plan.fields.size(); ++column)
        if (const Field *field = sheet.plan.fields[column])
            mapping.insert(sheet.heads.value(column), field->name);
        else if (column == sheet.plan.idColumn)
            mapping.insert(sheet.heads.value(column), recordIdCode());
    return mapping;
}

/// Of several sheets those of each under the name of its entity.
QString mappingOf(const QList<ImportedSheet> &sheets)
{
    QJsonObject mapping;
    for (const ImportedSheet &sheet : sheets)
        mapping.insert(sheet.entity->name, mappingOf(sheet));
    if (sheets.size() == 1)
        mapping = mappingOf(sheets.first());
    return QString::fromUtf8(QJsonDocument(mapping).toJson(QJsonDocument::Compact));
}

ImportCounts sumOf(const QList<ImportedSheet> &sheets)
{
    ImportCounts sum;
    for (const ImportedSheet &sheet : sheets)
        for (size_t verdict = 0; verdict < sum.lines.size(); ++verdict)
            sum.lines[verdict] += sheet.counts.lines[verdict];
    return sum;
}

} // namespace

std::optional<Record> importJob(const Records &records, const QString &path, const QString &format, const QList<ImportedSheet> &sheets)
{
    const model::Entity *declared = records.catalogue().entity(ImportJob::entity);
    if (!declared || !records.may(model::Action::Create, ImportJob::entity))
        return std::nullopt;
    const model::Entity &entity = *sheets.first().entity;
    const ImportPlan &plan = sheets.first().plan;
    const ImportCounts counts = sumOf(sheets);
    const qint64 created = counts[Verdict::New], updated = counts[Verdict::Changed];
    QStringList keys;
    for (const Field *key : ImportLines::keysOf(entity, plan.fields))
        if (plan.fields.contains(key))
            keys.append(key->name);
    Record job = records.create(ImportJob::entity);
    job.set(ImportJob::fileName, QFileInfo(path).fileName().left(declared->field(ImportJob::fileName.id)->limit));
    job.set(ImportJob::format, qint64(declared->field(ImportJob::format.id)->choices.indexOf(format) + 1));
    job.set(ImportJob::object, entity.name);
    job.set(ImportJob::mapping, mappingOf(sheets));
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

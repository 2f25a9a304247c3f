// SPDX-License-Identifier: GPL-3.0-or-later
// Recent changes on paper and in files; what they look like on the screen is in changesview.cpp.
#include "app/views/changes/changesview.h"

#include "app/tables/csvwriter.h"
#include "app/views/changes/changesmodel.h"
#include "app/views/viewcontext.h"

#include <QComboBox>
#include <QDateTime>
#include <QPushButton>

namespace guanxi::app {

using model::Action;

namespace {

constexpr int MostLines = 10'000;
constexpr qsizetype LookedAtOnce = 100; ///< records whose rights are asked for before others have their turn
constexpr qsizetype LongestPrinted = 2000;

/// What a collection has come to.
struct Collection {
    QList<int> rows;
    QHash<model::RecordRef, bool> allowed;
    int next = 0;
};

} // namespace

void ChangesView::collect(Action action, std::function<void(const QList<int> &)> done)
{
    m_model->readUpTo(MostLines, [this, action, done = std::move(done)] {
        auto collected = std::make_shared<Collection>();
        auto *rounds = new QTimer(this);
        connect(m_model, &ChangesModel::shifted, rounds, [collected](int) { *collected = {}; });
        connect(m_model, &ChangesModel::modelReset, rounds, [collected] { *collected = {}; });
        connect(rounds, &QTimer::timeout, this, [this, action, collected, rounds, done] {
            const int lines = std::min(MostLines, m_model->rowCount());
            const qsizetype until = collected->allowed.size() + LookedAtOnce;
            for (; collected->next < lines && collected->allowed.size() < until; ++collected->next) {
                const model::RecordRef ref = m_model->entry(collected->next).change.record;
                if (!collected->allowed.contains(ref)) {
                    const Result<model::Record> record = m_records.load(ref);
                    collected->allowed.insert(ref, record.ok() && m_records.may(action, *record));
                }
                if (collected->allowed.value(ref))
                    collected->rows.append(collected->next);
            }
            if (collected->next < lines)
                return;
            rounds->deleteLater();
            done(collected->rows);
        });
        rounds->start(0);
    });
}

TableExtract ChangesView::table(const QList<int> &rows) const
{
    constexpr int widths[ChangesModel::ColumnCount] = {13, 9, 10, 22, 11, 18, 18};
    TableExtract table;
    for (int column = 0; column < ChangesModel::ColumnCount; ++column)
        table.columns.append({m_model->headerData(column, Qt::Horizontal).toString(), widths[column]});
    table.rows = int(rows.size());
    table.shown = [this, rows](int row, int column) { return m_model->text(rows.at(row), ChangesModel::Column(column)).left(LongestPrinted); };
    table.plain = [this, rows](int row, int column) {
        const HistoryEntry &entry = m_model->entry(rows.at(row));
        if (column == ChangesModel::When && entry.rev > 0)
            return QDateTime::fromMSecsSinceEpoch(entry.at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        return safeCell(m_model->text(rows.at(row), ChangesModel::Column(column)));
    };
    table.wraps = true;
    return table;
}

QString ChangesView::aboutText(qsizetype lines) const
{
    QStringList about;
    for (const QComboBox *box : {m_people, m_subjects, m_periods})
        if (box->currentIndex() > 0)
            about.append(box->currentText());
    if (m_model->rowCount() > MostLines || m_model->keepsMore())
        about.append(tr("Only the newest %n line(s)", nullptr, MostLines));
    if (const qsizetype left = std::min(MostLines, m_model->rowCount()) - lines; left > 0)
        about.append(tr("%n line(s) left out that you may not take out", nullptr, int(left)));
    return about.join(QStringLiteral(" · "));
}

ViewPaper ChangesView::paper(const QList<int> &rows) const
{
    return {tr("Recent changes"), aboutText(rows.size()), {}, {table(rows)}, {}, model::EntityId(m_subjects->currentData().toUInt())};
}

void ChangesView::print()
{
    m_print->setEnabled(false);
    collect(Action::Print, [this](const QList<int> &rows) {
        m_print->setEnabled(true);
        const bool mayExport = std::all_of(rows.begin(), rows.end(), [this](int row) { return m_records.may(Action::Export, m_model->entry(row).change.record.entity); });
        previewPaper(this, m_records, QPageLayout::Landscape, [this, rows] { return paper(rows); }, mayExport, paperMemory(m_context.drafts(), QStringLiteral("changes")));
    });
}

void ChangesView::exportCsv()
{
    m_export->setEnabled(false);
    collect(Action::Export, [this](const QList<int> &rows) {
        m_export->setEnabled(true);
        const Result<QString> path = exportTable(this, m_records, departureOf(paper(rows)), [this, rows](QIODevice &device) { return writeCsv(device, table(rows)); });
        if (!path)
            return m_context.showError(path.error());
        const QString about = aboutText(rows.size());
        if (!path->isEmpty())
            m_context.notify(about.isEmpty() ? tr("Exported to %1").arg(*path) : tr("Exported to %1 (%2)").arg(*path, about));
    });
}

} // namespace guanxi::app

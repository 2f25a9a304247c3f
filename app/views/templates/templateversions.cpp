// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templateversions.h"

#include "app/reports/papertemplate.h"
#include "app/views/templates/templatepreview.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/printing.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

namespace {

constexpr int MostShown = 200;
enum Column { Number, When, Who, Columns };

} // namespace

TemplateVersions::TemplateVersions(Records &records, const Record &printTemplate, QWidget *parent)
    : QDialog(parent), m_records(records), m_template(printTemplate.ref()), m_list(new QTableWidget(0, Columns)), m_take(new QPushButton(tr("&Take this version"))), m_preview(new TemplatePreview(records))
{
    setWindowTitle(tr("Versions of “%1”").arg(records.title(m_template)));
    m_list->setHorizontalHeaderLabels({tr("Version"), tr("Saved"), tr("By")});
    m_list->setAccessibleName(tr("Versions that were saved"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setStretchLastSection(true);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    auto *told = new QLabel(tr("What you take is put into the editor; it counts once it is saved. Versions appear when what you saved has reached the server."));
    told->setWordWrap(true);
    auto *side = new QVBoxLayout;
    side->addWidget(m_list, 1);
    side->addWidget(told);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(close);
    side->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->addLayout(side, 2);
    row->addWidget(m_preview, 3);
    resize(QSize(1040, 760).boundedTo(screen()->availableSize() * 0.9));
    connect(m_list, &QTableWidget::currentCellChanged, this, &TemplateVersions::showChosen);
    connect(close, &QPushButton::clicked, this, &TemplateVersions::reject);
    connect(m_take, &QPushButton::clicked, this, [this] {
        const Result<PaperTemplate> form = PaperTemplate::ofDefinition(m_versions.value(m_list->currentRow())[PrintTemplateVersion::definition]);
        if (!form)
            return;
        Q_EMIT taken(form->json());
        accept();
    });
    connect(&records, &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        if (changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [](const RecordRef &ref) { return ref.entity == PrintTemplateVersion::entity; }))
            fill();
    });
    fill();
    m_list->setFocus();
}

void TemplateVersions::fill()
{
    storage::Query query;
    query.entity = PrintTemplateVersion::entity;
    query.filter = Filter::is(PrintTemplateVersion::printTemplate.id, Value(m_template.id));
    query.sort = {{PrintTemplateVersion::version.id, true}};
    query.limit = MostShown;
    const Result<QList<Record>> found = m_records.findNow(query);
    m_versions = found ? *found : QList<Record>();
    m_list->setRowCount(int(m_versions.size()));
    for (int at = 0; at < m_versions.size(); ++at) {
        const Record &version = m_versions[at];
        const QString cells[] = {QString::number(version[PrintTemplateVersion::version]), dateTimeText(version[PrintTemplateVersion::savedAt]),
                                 m_records.title({ids::User, version[PrintTemplateVersion::savedBy]})};
        for (int column = 0; column < Columns; ++column)
            m_list->setItem(at, column, new QTableWidgetItem(cells[column]));
    }
    m_list->resizeColumnsToContents();
    m_take->setEnabled(!m_versions.isEmpty());
    if (m_list->currentRow() < 0 && !m_versions.isEmpty())
        m_list->setCurrentCell(0, Number);
}

void TemplateVersions::showChosen()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_versions.size())
        return;
    if (const Result<PaperTemplate> form = PaperTemplate::ofDefinition(m_versions[row][PrintTemplateVersion::definition]))
        m_preview->show(form->json(), 0);
}

} // namespace guanxi::app

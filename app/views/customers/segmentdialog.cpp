// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/customers/segmentdialog.h"

#include "common/base/fold.h"
#include "common/model/catalogue/customers.h"

#include <QDialogButtonBox>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Segment;

SegmentDialog::SegmentDialog(const Wording &wording, const QList<model::Record> &segments, QWidget *parent)
    : QDialog(parent), m_wording(wording), m_segments(segments), m_name(new QLineEdit), m_list(new QListWidget)
{
    setWindowTitle(wording.title);
    auto *hint = new QLabel(wording.hint);
    hint->setWordWrap(true);
    m_name->setPlaceholderText(wording.newOne.isEmpty() ? tr("Name of the segment") : tr("Name of a segment, or of a new one"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_name->setClearButtonEnabled(true);
    m_name->setMaxLength(120);
    m_name->installEventFilter(this);
    m_list->setAccessibleName(tr("Segments"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(wording.button);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addWidget(m_name);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SegmentDialog::fill);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_ok->setEnabled(row >= 0); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(420, 380);
    fill();
    m_name->setFocus();
}

void SegmentDialog::fill()
{
    m_list->clear();
    const QString typed = foldText(name());
    bool known = false;
    for (qsizetype at = 0; at < m_segments.size(); ++at) {
        const QString text = m_segments[at][Segment::name];
        known = known || foldText(text) == typed;
        if (!foldText(text).contains(typed))
            continue;
        auto *item = new QListWidgetItem(QIcon::fromTheme(m_segments[at].entity().icon), text, m_list);
        item->setData(Qt::UserRole, at);
        item->setToolTip(m_segments[at][Segment::description]);
    }
    if (!m_wording.newOne.isEmpty() && !known && !name().isEmpty())
        (new QListWidgetItem(QIcon::fromTheme(QStringLiteral("list-add")), m_wording.newOne.arg(name()), m_list))->setData(Qt::UserRole, -1);
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
    m_ok->setEnabled(m_list->count() > 0);
}

QString SegmentDialog::name() const { return m_name->text().trimmed(); }

model::Record SegmentDialog::segment() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? m_segments.value(item->data(Qt::UserRole).toInt()) : model::Record();
}

bool SegmentDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The arrows walk the list while the name is typed.
    if (watched == m_name && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace guanxi::app

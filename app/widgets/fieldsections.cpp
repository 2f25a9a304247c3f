// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldsections.h"

#include "app/widgets/fonts.h"
#include "app/widgets/tones.h"

#include <QGridLayout>
#include <QLabel>

namespace guanxi::app {

namespace {

constexpr int WidestLabel = 140;
constexpr int Columns = 5; ///< label, field, gap, label, field

} // namespace

FieldSections::FieldSections(Use use, QWidget *parent) : QWidget(parent), m_use(use), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 4, 12, 12);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(use == Use::Edit ? 4 : 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(4, 1);
    m_grid->setColumnMinimumWidth(2, 8);
}

void FieldSections::addSection(const QString &heading)
{
    if (m_right)
        m_row += 2;
    m_right = false;
    if (heading.isEmpty())
        return;
    auto *label = new QLabel(heading);
    label->setFont(scaledFont(font(), 1, QFont::DemiBold));
    label->setContentsMargins(0, 8, 0, 0);
    auto *line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, lineColor(palette()));
    line->setPalette(colors);
    m_grid->addWidget(label, m_row++, 0, 1, Columns);
    m_grid->addWidget(line, m_row++, 0, 1, Columns);
}

void FieldSections::addField(const QString &text, bool required, QWidget *field, bool wide, QWidget *below)
{
    if (wide && m_right) {
        m_row += 2;
        m_right = false;
    }
    const QString mark = QStringLiteral(" <span style='color:%1'>*</span>").arg(errorColor(palette()).name());
    auto *label = new QLabel(text.toHtmlEscaped() + (required ? mark : QString()));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(0, m_use == Use::Edit ? 5 : 2, 0, 0);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    label->setPalette(quiet);
    label->setBuddy(field);
    m_labels.append(label);
    const int column = m_right ? 3 : 0;
    m_grid->addWidget(label, m_row, column, Qt::AlignTop);
    m_grid->addWidget(field, m_row, column + 1, 1, wide ? 4 : 1, Qt::AlignTop);
    if (below)
        m_grid->addWidget(below, m_row + 1, column + 1, 1, wide ? 4 : 1);
    if (wide || m_right)
        m_row += 2;
    m_right = !wide && !m_right;
}

void FieldSections::finish()
{
    int width = 64;
    for (const QLabel *label : m_labels)
        width = qMax(width, qMin(WidestLabel, label->sizeHint().width()));
    for (QLabel *label : m_labels)
        label->setFixedWidth(width);
    m_grid->setRowStretch(m_row + 2, 1);
}

} // namespace guanxi::app

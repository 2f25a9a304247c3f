// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tagsedit.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/flowlayout.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace guanxi::app {

ChipBox::ChipBox(QLineEdit *line, QWidget *parent) : QWidget(parent), m_line(line)
{
    auto *flow = new FlowLayout(this);
    m_line->setMinimumWidth(96);
    flow->addWidget(m_line);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBox::setWords(const QStringList &words)
{
    m_words = words;
    auto *flow = static_cast<FlowLayout *>(layout());
    while (flow->count() > 1) {
        QLayoutItem *item = flow->takeAt(0);
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (int at = 0; at < words.size(); ++at) {
        auto *chip = new QToolButton;
        chip->setText(words[at] + QStringLiteral(" ×"));
        chip->setToolTip(tr("Remove “%1”").arg(words[at]));
        chip->setAccessibleName(chip->toolTip());
        connect(chip, &QToolButton::clicked, this, [this, at] { Q_EMIT removed(at); });
        flow->insertWidget(at, chip);
    }
    updateGeometry();
}

bool ChipBox::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Backspace)
        return false;
    if (!m_line->text().isEmpty() || m_words.isEmpty())
        return false;
    Q_EMIT removed(int(m_words.size()) - 1);
    return true;
}

TagsEditor::TagsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new QLineEdit), m_box(new ChipBox(m_line))
{
    m_line->setPlaceholderText(tr("Add…"));
    m_line->setToolTip(tr("Enter or a comma adds the word"));
    setMainWidget(m_box);
    m_line->setAccessibleName(fieldLabel(entity, field));
    connect(m_line, &QLineEdit::returnPressed, this, &TagsEditor::take);
    connect(m_line, &QLineEdit::editingFinished, this, &TagsEditor::take);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.endsWith(u',') || text.endsWith(u'，') || text.endsWith(u'、') || text.endsWith(u';'))
            take();
        Q_EMIT edited();
    });
    connect(m_box, &ChipBox::removed, this, [this](int index) {
        QStringList words = m_box->words();
        words.removeAt(index);
        m_box->setWords(words);
        m_line->setFocus();
        Q_EMIT edited();
    });
}

void TagsEditor::take()
{
    static const QRegularExpression separators(QStringLiteral("[,，、;；]"));
    QStringList words = m_box->words();
    for (const QString &part : m_line->text().split(separators))
        if (const QString word = part.trimmed(); !word.isEmpty() && !words.contains(word))
            words.append(word);
    if (m_line->text().isEmpty())
        return;
    m_line->clear();
    m_box->setWords(words);
    Q_EMIT edited();
}

model::Value TagsEditor::value() const
{
    QStringList words = m_box->words();
    if (const QString typed = m_line->text().trimmed(); !typed.isEmpty() && !words.contains(typed))
        words.append(typed);
    return words.isEmpty() ? model::Value() : model::Value(words);
}

void TagsEditor::setValue(const model::Value &value)
{
    m_line->clear();
    m_box->setWords(value.as<QStringList>());
}

} // namespace guanxi::app

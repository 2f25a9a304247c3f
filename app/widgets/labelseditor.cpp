// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/labelseditor.h"

#include "app/widgets/fieldtext.h"

#include <QFormLayout>
#include <QJsonDocument>
#include <QLineEdit>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using model::Value;

namespace {

const QString Chinese = u"zh"_s, English = u"en"_s;

} // namespace

bool LabelsEditor::fits(const model::Entity &entity, const model::Field &field)
{
    return field.type == model::FieldType::Json && entity.titleFields.contains(field.id);
}

LabelsEditor::LabelsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_chinese(new QLineEdit), m_english(new QLineEdit)
{
    // The names of languages are the same in all of them.
    const std::pair<QLineEdit *, QString> lines[] = {{m_chinese, u"中文"_s}, {m_english, u"English"_s}};
    auto *both = new QWidget;
    auto *form = new QFormLayout(both);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    for (const auto &[line, language] : lines) {
        form->addRow(language, line);
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_isTyped = true;
            Q_EMIT edited();
        });
    }
    setMainWidget(both);
    both->setFocusProxy(m_chinese);
    for (const auto &[line, language] : lines)
        line->setAccessibleName(fieldLabel(entity, field) + u" – "_s + language);
}

QLineEdit &LabelsEditor::line(const QString &language) const { return language == Chinese ? *m_chinese : *m_english; }

void LabelsEditor::setTyped(const model::Record &record)
{
    const QString known = records().title(record.ref());
    m_chinese->setPlaceholderText(m_chinese->text().isEmpty() && QLocale().language() == QLocale::Chinese ? known : QString());
}

Value LabelsEditor::value() const
{
    if (!m_isTyped)
        return m_given;
    QJsonObject labels = m_kept;
    for (const QString &language : {Chinese, English})
        if (const QString text = line(language).text().trimmed(); !text.isEmpty())
            labels.insert(language, text);
    return labels.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(labels).toJson(QJsonDocument::Compact)));
}

void LabelsEditor::setValue(const Value &value)
{
    m_given = value;
    m_isTyped = false;
    m_kept = QJsonDocument::fromJson(value.text().toUtf8()).object();
    // What is no JSON is a name all the same.
    m_chinese->setText(m_kept.isEmpty() ? value.text() : m_kept.take(Chinese).toString());
    m_english->setText(m_kept.take(English).toString());
}

} // namespace guanxi::app

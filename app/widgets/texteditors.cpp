// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/texteditors.h"

#include "app/widgets/fieldtext.h"
#include "common/base/decimal.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace guanxi::app {

using model::FieldType;
using model::Value;

namespace {

Value textValue(const QString &text) { return text.trimmed().isEmpty() ? Value() : Value(text.trimmed()); }

struct Country {
    const char *prefix;
    const char *name; ///< English, translated in context "PhoneEditor"
};

constexpr Country Countries[] = {
    {"+86", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "China")},
    {"+852", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Hong Kong")},
    {"+853", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Macao")},
    {"+886", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Taiwan")},
    {"+65", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Singapore")},
    {"+81", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Japan")},
    {"+82", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Korea")},
    {"+84", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Vietnam")},
    {"+91", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "India")},
    {"+1", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "USA, Canada")},
    {"+44", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "United Kingdom")},
    {"+49", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Germany")},
    {"+33", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "France")},
    {"+39", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Italy")},
    {"+7", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Russia")},
    {"+61", QT_TRANSLATE_NOOP("guanxi::app::PhoneEditor", "Australia")},
};

} // namespace

TextEditor::TextEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new QLineEdit)
{
    if (field.limit > 0)
        m_line->setMaxLength(field.limit);
    if (field.type == FieldType::Email)
        m_line->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    setMainWidget(m_line);
}

Value TextEditor::value() const { return textValue(m_line->text()); }

void TextEditor::setValue(const Value &value)
{
    m_line->setText(value.text());
    m_line->setCursorPosition(0);
}

LongTextEditor::LongTextEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_text(new QPlainTextEdit)
{
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * 3 + 12);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 4 + 12);
    connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::edited);
    setMainWidget(m_text);
}

Value LongTextEditor::value() const
{
    const QString text = m_text->toPlainText();
    return text.trimmed().isEmpty() ? Value() : Value(text);
}

void LongTextEditor::setValue(const Value &value)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(value.text());
}

PhoneEditor::PhoneEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_country(new QComboBox), m_line(new QLineEdit)
{
    for (const Country &country : Countries) {
        const QString prefix = QString::fromLatin1(country.prefix);
        m_country->addItem(prefix, prefix);
        m_country->setItemData(m_country->count() - 1, tr(country.name), Qt::ToolTipRole);
    }
    m_country->setAccessibleName(tr("%1: country").arg(fieldLabel(entity, field)));
    m_country->setToolTip(tr("Country code"));
    guardWheel(m_country);
    if (field.limit > 0)
        m_line->setMaxLength(field.limit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_country);
    setTabOrder(m_line, m_country);
    setFocusProxy(m_line);
    setAccessibleName(fieldLabel(entity, field));
    m_line->setAccessibleName(fieldLabel(entity, field));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_country, &QComboBox::activated, this, &FieldEditor::edited);
}

Value PhoneEditor::value() const
{
    const QString number = m_line->text().trimmed();
    if (number.isEmpty() || number.startsWith(u'+') || m_country->currentIndex() <= 0)
        return textValue(number);
    return Value(m_country->currentData().toString() + u' ' + number);
}

void PhoneEditor::setValue(const Value &value)
{
    QString number = value.text();
    int country = 0;
    qsizetype longest = 0;
    for (int at = 0; at < m_country->count(); ++at) {
        const QString prefix = m_country->itemData(at).toString();
        if (number.startsWith(prefix) && prefix.size() > longest && at > 0) {
            country = at;
            longest = prefix.size();
        }
    }
    m_country->setCurrentIndex(country);
    m_line->setText(number.mid(longest).trimmed());
    m_line->setCursorPosition(0);
}

NumberEditor::NumberEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new QLineEdit), m_unit(new QLabel)
{
    m_line->setAlignment(Qt::AlignRight);
    m_unit->setVisible(field.type == FieldType::Percent);
    if (field.type == FieldType::Percent)
        m_unit->setText(QStringLiteral("%"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_unit);
    setFocusProxy(m_line);
    setAccessibleName(fieldLabel(entity, field));
    m_line->setAccessibleName(fieldLabel(entity, field));
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(this, &FieldEditor::left, this, [this] {
        if (!fault())
            m_line->setText(textOf(value()));
    });
}

QString NumberEditor::textOf(const Value &value) const
{
    if (value.isNull())
        return {};
    return numberText(value.number(), field().scale, field().type == FieldType::Money ? 2 : 0);
}

Value NumberEditor::value() const
{
    const std::optional<qint64> number = parseNumber(m_line->text(), field().scale);
    return number ? Value(*number) : Value();
}

void NumberEditor::setValue(const Value &value) { m_line->setText(textOf(value)); }

std::optional<Error> NumberEditor::fault() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<qint64> number = parseNumber(text, field().scale);
    if (!number)
        return Error{ErrorCode::BadValue, {field().name, text}};
    if (*number >= field().minimum && *number <= field().maximum)
        return std::nullopt;
    const auto bound = [this](qint64 limit) { return numberText(limit, field().scale, 0); };
    const bool low = field().minimum > std::numeric_limits<qint64>::min();
    const bool high = field().maximum < std::numeric_limits<qint64>::max();
    const QString expected = low && high ? bound(field().minimum) + u'–' + bound(field().maximum)
                                         : low ? QStringLiteral("≥ ") + bound(field().minimum) : QStringLiteral("≤ ") + bound(field().maximum);
    return Error{ErrorCode::OutOfRange, {field().name, text, expected}};
}

void NumberEditor::setCurrency(const QString &code)
{
    if (field().type != FieldType::Money)
        return;
    m_unit->setText(code);
    m_unit->setVisible(!code.isEmpty());
}

FileShower::FileShower(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_label(new QLabel)
{
    setMainWidget(m_label);
}

void FileShower::setValue(const Value &value)
{
    m_value = value;
    m_label->setText(FieldText(records()).text(entity(), field(), value));
}

} // namespace guanxi::app

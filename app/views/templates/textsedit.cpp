// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/textsedit.h"

#include "app/reports/papertemplate.h"
#include "app/widgets/tones.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QShortcut>
#include <QSyntaxHighlighter>
#include <QToolButton>

namespace guanxi::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int LinesShown = 2, PassageLines = 4;

const QRegularExpression &braces()
{
    static const QRegularExpression pattern(u"\\{[^{}]*\\}"_s);
    return pattern;
}

/// Shows what is a field and what is left out with it.
class FieldMarks final : public QSyntaxHighlighter
{
public:
    explicit FieldMarks(QPlainTextEdit &edit) : QSyntaxHighlighter(edit.document()), m_edit(edit) {}

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat field;
        field.setForeground(m_edit.palette().color(QPalette::Link));
        for (auto matches = braces().globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), field);
        }
    }

private:
    QPlainTextEdit &m_edit;
};

/// Of one language; nothing where it is not there.
QString textIn(const QJsonValue &value, const QString &language)
{
    if (value.isArray()) {
        QStringList lines;
        for (const QJsonValue &line : value.toArray())
            lines.append(textIn(line, language));
        return lines.join(u'\n').isEmpty() ? QString() : lines.join(u'\n');
    }
    return value.isObject() ? value.toObject().value(language).toString() : value.toString();
}

/// Says the same in every language: fields and signs alone.
bool isWithoutWords(QString text)
{
    text.remove(braces());
    return std::none_of(text.begin(), text.end(), [](QChar sign) { return sign.isLetter(); });
}

} // namespace

TextsEdit::TextsEdit(const Records &records, const FieldScope &scope, Form form, QWidget *parent)
    : QWidget(parent), m_records(records), m_scope(scope), m_form(form), m_chinese(makeBox()), m_english(makeBox()), m_last(m_chinese), m_insert(new QToolButton), m_told(new QLabel)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    const bool isSingle = form == Form::Single;
    // The names of languages are the same in all of them.
    const std::pair<QString, QPlainTextEdit *> rows[] = {{u"中文"_s, m_chinese}, {u"English"_s, m_english}};
    for (int row = 0; row < 2; ++row) {
        auto *name = new QLabel(rows[row].first);
        name->setVisible(!isSingle);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(rows[row].second, row, isSingle ? 0 : 1, 1, isSingle ? 2 : 1);
    }
    m_english->setVisible(!isSingle);
    m_insert->setText(tr("Insert field"));
    m_insert->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_insert->setPopupMode(QToolButton::InstantPopup);
    m_insert->setToolTip(tr("Insert a field of the record (Ctrl+I)"));
    auto *menu = new QMenu(m_insert);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (menu->isEmpty())
            fillFieldMenu(*menu, m_records, m_scope, true, [this](const QString &path) { insertField(path); });
    });
    m_insert->setMenu(menu);
    auto *foot = new QHBoxLayout;
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // however long, the form stays as wide
    foot->addWidget(m_told, 1);
    foot->addWidget(m_insert);
    grid->addLayout(foot, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_I), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this] {
        if (m_insert->isEnabled())
            m_insert->showMenu();
    });
    setFocusProxy(m_chinese);
}

QPlainTextEdit *TextsEdit::makeBox()
{
    auto *box = new QPlainTextEdit;
    box->setTabChangesFocus(true);
    box->setUndoRedoEnabled(false); // the editor takes steps back
    box->setVerticalScrollBarPolicy(m_form == Form::Lines || m_form == Form::Passage ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (m_form == Form::Line || m_form == Form::Single) {
        box->setLineWrapMode(QPlainTextEdit::NoWrap);
        box->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    const int lines = m_form == Form::Passage ? PassageLines : m_form == Form::Lines ? LinesShown : 1;
    box->setFixedHeight(box->fontMetrics().lineSpacing() * lines + 12);
    new FieldMarks(*box);
    box->installEventFilter(this);
    connect(box, &QPlainTextEdit::textChanged, this, &TextsEdit::edited);
    connect(box, &QPlainTextEdit::cursorPositionChanged, this, [this, box] {
        m_last = box;
        tellField();
    });
    return box;
}

bool TextsEdit::eventFilter(QObject *watched, QEvent *event)
{
    auto *box = static_cast<QPlainTextEdit *>(watched);
    if (event->type() == QEvent::FocusIn)
        m_last = box;
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && (m_form == Form::Line || m_form == Form::Single)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusNextChild();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QJsonValue TextsEdit::line(const QString &chinese, const QString &english) const
{
    if (m_form == Form::Single || chinese == english)
        return chinese;
    QJsonObject texts;
    if (!chinese.isEmpty())
        texts.insert(u"zh"_s, chinese);
    if (!english.isEmpty())
        texts.insert(u"en"_s, english);
    if (texts.size() == 1 && isWithoutWords(chinese + english))
        return chinese + english;
    return texts;
}

QJsonValue TextsEdit::value() const
{
    const QString chinese = m_chinese->toPlainText(), english = m_english->toPlainText();
    const QStringList first = chinese.split(u'\n'), second = english.split(u'\n');
    const qsizetype count = qMax(first.size(), second.size());
    if (m_form != Form::Lines || count == 1)
        return line(chinese, english);
    QJsonArray lines;
    for (qsizetype at = 0; at < count; ++at)
        lines.append(line(first.value(at), second.value(at)));
    return lines;
}

void TextsEdit::setValue(const QJsonValue &value)
{
    // A text that says the same in both stands in one of them, while it is typed.
    if (value == this->value())
        return;
    for (const auto &[box, language] : {std::pair(m_chinese, u"zh"_s), std::pair(m_english, u"en"_s)}) {
        const QString text = textIn(value, language);
        if (box->toPlainText() == text)
            continue;
        const QSignalBlocker quiet(box);
        box->setPlainText(text);
    }
}

void TextsEdit::setLabel(const QString &label)
{
    m_chinese->setAccessibleName(m_form == Form::Single ? label : label + u" – 中文"_s);
    m_english->setAccessibleName(label + u" – English"_s);
    m_insert->setAccessibleName(tr("%1: insert a field").arg(label));
}

void TextsEdit::setPlain()
{
    m_insert->hide();
    m_insert->setEnabled(false);
    m_told->hide();
}

void TextsEdit::insertField(const QString &path)
{
    for (QPlainTextEdit *box : {m_chinese, m_english})
        if (window()->focusWidget() == box)
            m_last = box;
    m_last->insertPlainText(u'{' + path + u'}');
    m_last->setFocus();
}

void TextsEdit::tellField()
{
    const QTextCursor cursor = m_last->textCursor();
    const QString text = cursor.block().text();
    QString told;
    for (auto matches = braces().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() > cursor.positionInBlock() || match.capturedEnd() < cursor.positionInBlock())
            continue;
        QStringList labels;
        for (const QString &path : match.captured().mid(1).chopped(1).section(u'|', 0, 0).split(u" or "_s))
            labels.append(pathLabel(m_records, m_scope, path.trimmed()));
        told = labels.join(tr(", or "));
    }
    m_told->setText(told);
    m_told->setToolTip(told);
}

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/fieldmenu.h"

#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/organisation.h"

#include <QCoreApplication>
#include <QMenu>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using namespace model;

namespace {

constexpr int Deepest = 3; ///< references through references

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FieldMenu)
};

using Chosen = std::function<void(const QString &path)>;

bool isOffered(const Records &records, const Entity &entity, const Field &field)
{
    return !field.isContent() && field.type != FieldType::Json && field.type != FieldType::AnyReference && field.type != FieldType::References && records.rights().isVisible(entity, field);
}

QString escaped(const QString &label) { return QString(label).replace(u'&', u"&&"_s); }

void addLazily(QMenu &menu, const QString &label, const std::function<void(QMenu &)> &fill)
{
    QMenu *inner = menu.addMenu(escaped(label));
    QObject::connect(inner, &QMenu::aboutToShow, inner, [inner, fill] {
        if (inner->isEmpty())
            fill(*inner);
    });
}

/// Where a reference field stands for the record's name too, its own entry is the first of the sub-menu.
void addFields(QMenu &menu, const Records &records, const Entity &entity, const QString &prefix, int depth, const Chosen &chosen)
{
    for (const Field &field : entity.fields()) {
        if (!isOffered(records, entity, field))
            continue;
        const QString path = prefix + field.name, label = fieldLabel(entity, field);
        const Entity *target = field.type == FieldType::Reference ? records.catalogue().entity(field.targets.value(0)) : nullptr;
        if (!target || depth >= Deepest || !records.may(Action::View, target->id)) {
            menu.addAction(escaped(label), &menu, [chosen, path] { chosen(path); });
            continue;
        }
        addLazily(menu, label, [&records, target, path, depth, chosen, label](QMenu &inner) {
            inner.addAction(Words::tr("%1 (its name)").arg(escaped(label)), &inner, [chosen, path] { chosen(path); });
            inner.addSeparator();
            addFields(inner, records, *target, path + u'.', depth + 1, chosen);
        });
    }
}

/// Amounts of the record, as `format` has them.
void addFormatted(QMenu &menu, const Records &records, const FieldScope &scope, const QString &format, const Chosen &chosen)
{
    for (const Field &field : scope.entity->fields()) {
        const bool fits = format == "words"_L1 ? field.type == FieldType::Money && !isPrice(field) : field.format == Format::CurrencyCode || field.name == "currency"_L1;
        if (fits && isOffered(records, *scope.entity, field))
            menu.addAction(escaped(fieldLabel(*scope.entity, field)), &menu, [chosen, path = field.name + u'|' + format] { chosen(path); });
    }
}

void addBeside(QMenu &menu, const Records &records, const FieldScope &scope, bool formats, const Chosen &chosen)
{
    const Catalogue &catalogue = records.catalogue();
    menu.addSeparator();
    if (scope.isLine())
        addLazily(menu, Words::tr("Of the document"), [&records, scope, chosen](QMenu &inner) { addFields(inner, records, *scope.document, u"document."_s, 1, chosen); });
    if (const Entity *company = catalogue.entity(Company::entity))
        addLazily(menu, Words::tr("Of our company"), [&records, company, chosen](QMenu &inner) { addFields(inner, records, *company, u"company."_s, 2, chosen); });
    if (const Entity *user = catalogue.entity(User::entity))
        addLazily(menu, Words::tr("Of who prints"), [&records, user, chosen](QMenu &inner) { addFields(inner, records, *user, u"me."_s, 2, chosen); });
    if (!formats)
        return;
    addLazily(menu, Words::tr("Amounts in capital figures"), [&records, scope, chosen](QMenu &inner) { addFormatted(inner, records, scope, u"words"_s, chosen); });
    addLazily(menu, Words::tr("Names of currencies"), [&records, scope, chosen](QMenu &inner) { addFormatted(inner, records, scope, u"currency"_s, chosen); });
    menu.addSeparator();
    if (scope.isLine())
        menu.addAction(Words::tr("Number of the line"), &menu, [chosen] { chosen(u"row"_s); });
    menu.addAction(Words::tr("Today"), &menu, [chosen] { chosen(u"today"_s); });
    if (scope.isOnPaper) {
        menu.addAction(Words::tr("Page"), &menu, [chosen] { chosen(u"page"_s); });
        menu.addAction(Words::tr("Number of pages"), &menu, [chosen] { chosen(u"pages"_s); });
    }
}

/// The entity that a path begins with; its first step is taken away where it names one.
const Entity *begin(const Records &records, const FieldScope &scope, QStringList &steps)
{
    const std::pair<QString, const Entity *> named[] = {{u"company"_s, records.catalogue().entity(Company::entity)}, {u"me"_s, records.catalogue().entity(User::entity)},
                                                        {u"document"_s, scope.document ? scope.document : scope.entity}};
    for (const auto &[name, entity] : named)
        if (steps.value(0) == name && steps.size() > 1) {
            steps.removeFirst();
            return entity;
        }
    return scope.entity;
}

} // namespace

void fillFieldMenu(QMenu &menu, const Records &records, const FieldScope &scope, bool formats, const Chosen &chosen)
{
    if (!scope.entity)
        return;
    addFields(menu, records, *scope.entity, {}, 1, chosen);
    addBeside(menu, records, scope, formats, chosen);
}

QString pathLabel(const Records &records, const FieldScope &scope, const QString &path)
{
    static const QHash<QString, const char *> known{{u"row"_s, QT_TRANSLATE_NOOP("FieldMenu", "Number of the line")}, {u"today"_s, QT_TRANSLATE_NOOP("FieldMenu", "Today")},
                                                    {u"page"_s, QT_TRANSLATE_NOOP("FieldMenu", "Page")}, {u"pages"_s, QT_TRANSLATE_NOOP("FieldMenu", "Number of pages")},
                                                    {u"company"_s, QT_TRANSLATE_NOOP("FieldMenu", "Our company")}, {u"me"_s, QT_TRANSLATE_NOOP("FieldMenu", "Who prints")},
                                                    {u"document"_s, QT_TRANSLATE_NOOP("FieldMenu", "Document")}};
    if (const char *word = known.value(path))
        return Words::tr(word);
    QStringList steps = path.split(u'.');
    const QString first = steps.first();
    const Entity *at = begin(records, scope, steps);
    QStringList labels;
    if (steps.first() != first || steps.size() < path.count(u'.') + 1)
        labels.append(Words::tr(known.value(first)));
    for (const QString &step : std::as_const(steps)) {
        const Field *field = at ? at->field(step) : nullptr;
        if (!field)
            return path;
        labels.append(fieldLabel(*at, *field));
        at = records.catalogue().entity(field->targets.value(0));
    }
    return labels.join(u" › "_s);
}

const Field *fieldAt(const Records &records, const FieldScope &scope, const QString &path, const Entity **holder)
{
    QStringList steps = path.split(u'.');
    const Entity *at = begin(records, scope, steps);
    const Field *field = nullptr;
    for (const QString &step : std::as_const(steps)) {
        field = at ? at->field(step) : nullptr;
        if (!field)
            return nullptr;
        if (holder)
            *holder = at;
        at = records.catalogue().entity(field->targets.value(0));
    }
    return field;
}

} // namespace guanxi::app

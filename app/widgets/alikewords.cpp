// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/alikewords.h"

#include "app/widgets/fieldtext.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

struct AlikeWords {
    Q_DECLARE_TR_FUNCTIONS(AlikeWords)
};

QString wordsOf(const model::Entity &entity, const rules::Reason &reason)
{
    using rules::Agreement;
    const model::Field *field = entity.field(reason.field);
    switch (reason.how) {
    case Agreement::SameKey: case Agreement::SameContext: return AlikeWords::tr("%1 is the same").arg(field ? fieldLabel(entity, *field) : QString());
    case Agreement::SameName: return AlikeWords::tr("same name");
    case Agreement::NameWithoutRegion: return AlikeWords::tr("same name but for the region");
    case Agreement::SoundsAlike: return AlikeWords::tr("names sound alike");
    case Agreement::NearlySameName: return AlikeWords::tr("names nearly the same");
    case Agreement::SamePhone: return AlikeWords::tr("same phone number");
    case Agreement::SameAddress: return AlikeWords::tr("same address");
    case Agreement::NearAddress: break;
    }
    return AlikeWords::tr("addresses nearly the same");
}

} // namespace

QString reasonText(const model::Entity &entity, const QList<rules::Reason> &reasons)
{
    QStringList words;
    for (const rules::Reason &reason : reasons)
        words.append(wordsOf(entity, reason));
    return words.join(AlikeWords::tr("; "));
}

} // namespace guanxi::app

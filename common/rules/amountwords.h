// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guanxi::rules
{

/// An amount in Chinese capital figures as bills and contracts carry it: 壹万零伍佰元整, 叁佰贰拾伍元零肆分, 负伍角整. By the rules of the
/// Ministry of Finance for vouchers: 整 where there are no 分, 零 for what is left out between digits. `hundredths` is any number.
QString capitalAmount(qint64 hundredths);

/// The same in English: "Ten thousand five hundred and 50/100"; whole amounts have no fraction.
QString englishAmount(qint64 hundredths);

} // namespace guanxi::rules

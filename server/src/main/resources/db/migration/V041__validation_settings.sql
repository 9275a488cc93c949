insert into validation_setting (key, value, purpose_zh, purpose_en) values
    ('tolerance', 1, '算术关系允许的舍入误差（按指标单位）', 'rounding allowed in arithmetic between items, in the item''s unit'),
    ('sales_over_output_ratio', 1.2, '销售产值超过总产值的倍数界限（可因库存销售超过）', 'sales output above this multiple of gross output is asked about (stock may be sold)'),
    ('profit_gap_ratio', 0.3, '利润与（收入−成本）之差占收入的界限', 'gap between profit and revenue minus cost, as a share of revenue'),
    ('profit_over_margin_ratio', 0.1, '利润高于（收入−成本）的部分占收入的界限', 'profit above revenue minus cost, as a share of revenue'),
    ('unit_slip_band', 3, '与历史中位数之比在千倍、万倍上下多少倍以内视为计量单位错', 'how close to 1000 or 10000 times the own median counts as a slip of unit'),
    ('unit_slip_floor', 1, '小于该值的历史中位数不作单位判断', 'own medians below this are not used to judge units'),
    ('jump_periods', 6, '判断异常跳动至少需要的历史期数', 'periods of own history needed before a jump is judged'),
    ('jump_deviations', 5, '对数变化偏离自身中位数超过多少个稳健标准差视为异常', 'robust standard deviations of the log change that count as a jump'),
    ('jump_floor', 0.12, '对数变化的稳健标准差下限（避免过于平稳的企业误报）', 'floor of that robust deviation, so that very steady enterprises are not asked about trifles'),
    ('yoy_hint_ratio', 3, '同比超过该倍数（或其倒数）时提示', 'year on year above this multiple (or below its inverse) is pointed out'),
    ('receivables_ratio', 1.5, '应收账款超过上年同期累计收入的倍数时提示', 'receivables above this multiple of a year of revenue are pointed out');

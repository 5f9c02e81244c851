-- Deploy dabiao:report/label to pg
-- requires: schemas
-- Every label of every view, once. A constant and not a table: the planner puts it into the query where a label is asked for,
-- and what asks for none joins nothing for it.

begin;

set local role dabiao_owner;

create function report.label(kind text, code text) returns text
language sql immutable parallel safe
return '{
    "verdict": {
        "for_reference": "参考",
        "not_due": "未到报期",
        "awaiting_review": "待审核",
        "no_data": "无数据",
        "not_assessable": "无法评定",
        "attained": "已达标",
        "missed": "未达标",
        "overdue": "逾期未报",
        "on_track": "符合进度",
        "behind": "略有滞后",
        "off_track": "严重滞后"
    },
    "light": {
        "grey": "灰灯",
        "green": "绿灯",
        "yellow": "黄灯",
        "red": "红灯"
    },
    "measure": {
        "total": "总量",
        "stock": "存量",
        "growth": "增速",
        "rate": "公布增速",
        "share": "占比",
        "ratio": "比值",
        "intensity_change": "强度变化率",
        "daily_average": "日均量",
        "milestone": "节点",
        "progress": "进度"
    },
    "direction": {
        "at_least": "不低于",
        "at_most": "不高于",
        "maintain": "保持"
    },
    "stage": {
        "not_started": "未启动",
        "started": "已启动",
        "completed": "已完成"
    },
    "severity": {
        "info": "提示",
        "warning": "警告",
        "error": "错误"
    },
    "finding": {
        "missing": "缺报",
        "late": "迟报",
        "awaiting_review": "待审核",
        "returned": "已退回",
        "revised_after_publication": "发布后修订",
        "cumulative_decrease": "累计值下降",
        "part_exceeds_whole": "分项大于总项",
        "numerator_exceeds_denominator": "分子大于分母",
        "base_differs": "同期基数不一致",
        "base_filled": "同期基数代填",
        "no_base": "缺同期基数",
        "allocation_mismatch": "分解与目标不符",
        "negative_value": "负值",
        "target_revised": "目标调整",
        "implausible": "数值存疑",
        "jump": "数值突变",
        "far_above_target": "远超目标",
        "at_risk": "走势有风险",
        "due_soon": "即将到期",
        "near_target": "接近目标"
    },
    "unit_kind": {
        "department": "部门",
        "subdistrict": "街道",
        "town": "镇",
        "other": "其他"
    },
    "role": {
        "leader": "分管领导",
        "lead": "牵头单位",
        "support": "配合单位"
    },
    "remark_source": {
        "unit": "报送单位",
        "office": "主管部门"
    },
    "point_rule": {
        "missing": "缺报",
        "late": "迟报",
        "returned": "已退回",
        "attained": "已达标",
        "missed": "未达标",
        "attained_early": "提前达标"
    }
}'::jsonb -> kind ->> code;

comment on function report.label(text, text) is
'The Chinese for a code of a kind: verdict, light, measure, direction, stage, severity, finding, unit_kind, role, remark_source or point_rule; null for any other';

grant execute on function report.label(text, text) to dabiao_analyst;

commit;

-- How many figures the run used, and a SHA-256 over them that depends on no setting of the session.

select
    count(*) as submissions,
    encode(
        sha256(
            convert_to(
                coalesce(
                    string_agg(
                        concat_ws(
                            ',',
                            indicator,
                            unit,
                            month,
                            revision,
                            coalesce(trim_scale(value)::text, '-'),
                            coalesce(trim_scale(denominator)::text, '-'),
                            coalesce(trim_scale(base_value)::text, '-'),
                            coalesce(trim_scale(base_denominator)::text, '-'),
                            coalesce(stage, '-'),
                            coalesce(trim_scale(progress)::text, '-'),
                            coalesce(to_char(occurred_on, 'YYYY-MM-DD'), '-')
                        ),
                        E'\n' order by indicator collate "C", unit collate "C", month
                    ),
                    ''
                ),
                'UTF8'
            )
        ),
        'hex'
    ) as sha256
from pg_temp.due
where revision is not null

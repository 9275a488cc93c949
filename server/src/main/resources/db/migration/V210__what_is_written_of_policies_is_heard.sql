-- All but what a run writes while it works, drafts being typed, and when a token was used last.
do $$
declare
    watched text;
begin
    foreach watched in array array['policy_clause', 'policy_version', 'policy_event', 'policy_subject', 'policy_fact', 'entitlement',
        'entitlement_event', 'policy_intake', 'match_verdict', 'match_difference', 'policy_notice', 'policy_notice_line',
        'policy_batch', 'policy_batch_line', 'policy_budget', 'policy_payment_file', 'policy_payment', 'policy_payment_share',
        'policy_answer_file', 'policy_refund', 'policy_succession']
    loop
        call watch_what_is_written(watched);
    end loop;
end $$;

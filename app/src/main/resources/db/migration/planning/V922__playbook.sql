create table planning.playbook (
    id         bigint generated always as identity primary key,
    code       text not null unique check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
    title      text check (length(title) between 1 and 100),
    retired    boolean not null default false,
    version    integer not null default 1,
    changed_by text,
    changed_at timestamptz
);
comment on table planning.playbook is
    'Templates that plans begin with. Without a title it is one that Mainstay brings along, named by its code in the reader''s language.';

create table planning.playbook_aim (
    playbook_id bigint not null references planning.playbook,
    place       smallint not null check (place between 1 and 6),
    metric      text not null check (length(metric) between 1 and 40),
    base        double precision not null check (base > 0),
    stretch     double precision check (stretch > 0),
    challenge   double precision check (challenge > 0),
    primary key (playbook_id, place)
);
comment on table planning.playbook_aim is 'Goals of a template, as multiples of where their figure stands when the plan is started.';

create table planning.playbook_task (
    playbook_id bigint not null references planning.playbook,
    place       smallint not null check (place between 1 and 8),
    title       text check (length(title) between 1 and 200),
    standard    text check (length(standard) between 1 and 500),
    form        text not null check (form in ('meeting', 'visit', 'guidance', 'training', 'discussion', 'other')),
    from_day    integer not null check (from_day between 0 and 1830),
    due_day     integer not null check (due_day between from_day and 1830),
    hours       integer check (hours between 0 and 10000),
    metric      text check (length(metric) between 1 and 40),
    primary key (playbook_id, place)
);
comment on table planning.playbook_task is
    'Work of a template, each waiting for the one before it. Without words of its own it bears those that Mainstay brings along.';
comment on column planning.playbook_task.metric is 'By which its effect is judged in the six months that follow; null where none is looked for.';

create table planning.playbook_choice (
    situation   text primary key check (situation in ('no-sales', 'fading', 'unrated', 'stars-4', 'stars-3', 'stars-2', 'stars-1')),
    playbook_id bigint not null references planning.playbook
);
comment on table planning.playbook_choice is 'Which template is offered first, by how an account buys and by its stars.';

insert into planning.playbook (code)
values ('empty'), ('develop'), ('grow'), ('keep'), ('win-back'), ('alliance'), ('part');
insert into planning.playbook_aim (playbook_id, place, metric, base, stretch, challenge)
select p.id, a.place, a.metric, a.base, a.stretch, a.challenge
from (values ('develop', 1, 'revenue', 1.3, 1.6, 2), ('develop', 2, 'orders', 1.25, 1.5, 2),
             ('grow', 1, 'revenue', 1.1, 1.2, 1.35), ('grow', 2, 'profit', 1.1, 1.2, 1.3),
             ('keep', 1, 'revenue', 1.03, 1.06, 1.1), ('keep', 2, 'paid-on-time', 1, 1.05, 1.1),
             ('win-back', 1, 'revenue', 1.15, 1.3, 1.5), ('win-back', 2, 'orders', 1.15, 1.3, 1.5),
             ('alliance', 1, 'revenue', 1.08, 1.15, 1.25), ('alliance', 2, 'margin', 1.02, 1.05, 1.1),
             ('part', 1, 'days-late', 0.7, 0.5, 0.3)) a (code, place, metric, base, stretch, challenge)
join planning.playbook p on p.code = a.code;
insert into planning.playbook_task (playbook_id, place, form, from_day, due_day, hours, metric)
select p.id, t.place, t.form, t.from_day, t.due_day, t.hours, t.metric
from (values ('develop', 1, 'discussion', 0, 21, 16, null), ('develop', 2, 'visit', 14, 45, 8, null),
             ('develop', 3, 'training', 45, 90, 24, 'orders'),
             ('grow', 1, 'meeting', 0, 21, 8, null), ('grow', 2, 'guidance', 21, 75, 40, 'revenue'),
             ('grow', 3, 'training', 60, 120, 24, 'gross-profit'),
             ('keep', 1, 'visit', 0, 30, 8, null), ('keep', 2, 'discussion', 30, 60, 6, null), ('keep', 3, 'guidance', 90, 150, 24, 'revenue'),
             ('win-back', 1, 'visit', 0, 14, 8, null), ('win-back', 2, 'meeting', 7, 21, 6, null),
             ('win-back', 3, 'guidance', 21, 60, 24, 'orders'),
             ('alliance', 1, 'discussion', 0, 30, 16, null), ('alliance', 2, 'training', 30, 90, 40, 'revenue'),
             ('alliance', 3, 'meeting', 60, 120, 24, 'gross-margin'),
             ('part', 1, 'discussion', 0, 14, 6, null), ('part', 2, 'meeting', 14, 30, 8, null))
     t (code, place, form, from_day, due_day, hours, metric)
join planning.playbook p on p.code = t.code;
insert into planning.playbook_choice (situation, playbook_id)
select c.situation, p.id
from (values ('no-sales', 'develop'), ('fading', 'win-back'), ('unrated', 'grow'), ('stars-4', 'alliance'), ('stars-3', 'grow'),
             ('stars-2', 'keep'), ('stars-1', 'part')) c (situation, code)
join planning.playbook p on p.code = c.code;

do $$
declare
    t text;
begin
    foreach t in array array['playbook', 'playbook_aim', 'playbook_task', 'playbook_choice'] loop
        execute format('alter table planning.%I enable row level security', t);
        execute format('create policy seen on planning.%I for select to mainstay_app
            using ((select identity.uid()) is not null or (select identity.reach()) >= 1)', t);
        execute format('create policy kept on planning.%I for all to mainstay_app
            using ((select identity.reach()) >= 3 or (select identity.pub_administers()))', t);
    end loop;
end $$;
grant select, insert (code, title, retired, changed_by, changed_at), update (title, retired, version, changed_by, changed_at)
    on planning.playbook to mainstay_app;
grant select, insert, delete on planning.playbook_aim, planning.playbook_task to mainstay_app;
grant select, update (playbook_id) on planning.playbook_choice to mainstay_app;

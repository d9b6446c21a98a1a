"""What the register knows that a letter may quote, gathered in one look."""

from census_desk.editing import the_desk
from census_desk.letters.about import About
from census_desk.letters.fields import CampaignFacts, field_values
from census_desk.letters.letter import Letter
from census_desk.people import OfficeKind
from census_desk.register import Register
from census_desk.sessions.facilitator import facilitator_names


def campaign_facts(register: Register) -> CampaignFacts:
    """The facts behind the {fields} of letters; raises CensusDeskError without a Desk record.

    BPS is an instansi vertikal: neither its staff nor itself count among the OPD.
    """
    programmes = register.programmes.all()
    return CampaignFacts(
        desk=the_desk(register),
        programme=programmes[0] if programmes else None,
        phases=register.phases.all(),
        targets=register.targets.all(),
        denominators=register.denominators.all(),
        staffing=register.staffing_plans.all(),
        offices=tuple(one for one in register.offices.all() if one.kind is not OfficeKind.VERTICAL),
    )


def about_of(register: Register, letter: Letter) -> About:
    """The records the letter names; one that is gone is left out."""
    visit = register.visits.find(letter.visit_id)
    session = register.sessions.find(letter.session_id)
    people = register.facilitators.all()
    return About(
        session=session,
        speakers=facilitator_names(session, people) if session else (),
        visit=visit,
        visited=register.offices.find(visit.office_id) if visit else None,
        first=register.letters.find(letter.refers_to_id),
        incoming=register.incoming_letters.find(letter.incoming_id),
        due_on=letter.reply_due_on,
    )


def letter_values(register: Register, letter: Letter) -> dict[str, str]:
    """Each {field}'s text for that letter, by what was known on its date."""
    return field_values(
        campaign_facts(register),
        on=letter.dated_on,
        letter_number=letter.number,
        about=about_of(register, letter),
    )

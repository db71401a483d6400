"""Minutes as councils of many kinds set them, in our own words: lines in bold begin with #."""

PARISH = """
#Little Hadding Parish Council
Minutes of the Parish Council meeting held on Tuesday 14 May 2024 at 7.30pm
Present: Cllrs A Finch (Chair), J Moss, P Reed. Clerk: D Lamb. Three members of the public.
24/031 Apologies for absence
Cllr Hale had sent apologies, which were accepted.
24/032 Minutes of the last meeting
RESOLVED that the minutes of 9 April be signed as a correct record.
24/033 Planning
(a) 24/00412/HOU Mill Cottage – no objection.
(b) 24/00420/FUL Land east of the A12 – objection.
24/034 Finance
RESOLVED: 1. to pay the accounts listed;
2. to renew the insurance.
The meeting closed at 9.05pm.
Signed ............ Chairman      Date ............
"""
DISTRICT_PLANNING = """
#PLANNING COMMITTEE
#Minutes of the meeting held on Wednesday 12 June 2024
#PRESENT: Councillor Ash (Chairman); Councillors Birch, Cole and Dunn
#298/PF APOLOGIES FOR ABSENCE
Apologies were received from Councillor Elm.
#299/PF 23/01877/OUT – LAND AT MILL LANE, OAKTON
The Committee considered an outline application for 40 dwellings.
Moved by Councillor Birch, seconded by Councillor Cole and
RESOLVED that permission be refused, contrary to the officer's recommendation, for the reasons that:
1. it would harm the setting of the church; and
2. no safe access had been shown.
#300/PF DURATION OF MEETING
The meeting commenced at 10.00 am and closed at 12.35 pm.
"""
COUNTY_SCRUTINY = """
#HEALTH OVERVIEW AND SCRUTINY COMMITTEE
MINUTES of a meeting held in the Council Chamber on Friday, 7 February 2025.
PRESENT: Mr P Barton (Chair), Ms L Carr and Dr K Dale
ALSO PRESENT: Mrs R East
IN ATTENDANCE: Mr T Fox (Policy Officer)
#UNRESTRICTED ITEMS
#41. Declarations of interest
#(Item 2)
There were none.
#42. Urgent care review: position after
#the autumn consultation
#(Item 3)
1. Mr Fox introduced the report.
2. Members asked about staffing. It was explained that:
(a) vacancies had fallen; and
(b) agency costs had halved.
3. RESOLVED that the update be noted.
#43. Work programme
#(Item 4)
RESOLVED that the programme be agreed.
"""
TOWNSHIP = """
#TOWNSHIP OF NORTH ELDON
#COUNCIL MINUTES
Regular meeting held Tuesday, March 4, 2025 at 6:00 p.m.
Present: Mayor Pat Lowe, Councillors Ann Gray and Ted Hill
Staff: Clerk Joan King
#CALL TO ORDER
The Mayor called the meeting to order.
#Resolution No. 2025-041
Moved by: Ann Gray
Seconded by: Ted Hill
That the agenda be adopted as presented.
#Carried.
#Resolution No. 2025-042
Moved by: Ted Hill
Seconded by: Ann Gray
That By-law 2025-09, being a by-law to set the speed on Mill Road, be read a third time and passed.
#Carried.
#Resolution No. 2025-043
Moved by: Ann Gray
Seconded by: Ted Hill
That the meeting adjourn at 7:10 p.m.
#Carried.
"""
US_COUNCIL = """
#CITY OF ELM FALLS CITY COUNCIL
#MINUTES OF THE REGULAR MEETING, MONDAY, MAY 5, 2025
#ROLL CALL: Present: Mayor Reyes, Councilmembers Hart, Ito and Stone. Absent: None.
I. CALL TO ORDER
Mayor Reyes called the meeting to order at 7:00 p.m.
II. APPROVAL OF MINUTES
Motion by Hart, second by Ito, to approve the minutes of April 21. Motion carried 4-0.
III. PUBLIC HEARING: ZONING TEXT AMENDMENT
1. Staff presented the amendment.
2. Two residents spoke.
IV. ADJOURNMENT
There being no further business, the meeting adjourned at 8:15 p.m.
"""
COMBINED_AUTHORITY = """
#MINUTES OF THE MEETING OF THE TRANSPORT COMMITTEE HELD ON FRIDAY 15 NOVEMBER 2024
#PRESENT:
Mayor R Blythe (in the Chair)
Councillor S Dean, Oldport Council
#TC 52/24 APOLOGIES
Apologies were received from Councillor Firth.
#TC 53/24 CHAIR'S ANNOUNCEMENTS AND URGENT BUSINESS
RESOLVED/- That it be noted that there were none.
#TC 54/24 BUS FRANCHISING UPDATE
RESOLVED/-
1. That the progress be noted.
2. That the budget of £2.4m be approved, subject to the Treasurer's agreement.
"""
LICENSING = """
#LICENSING SUB-COMMITTEE
Minutes of a meeting held on Thursday 3 October 2024
Members present: Councillors Ames (Chair), Bell and Crane
Officers in attendance: Mr D Drew, Licensing Officer
#Appointment of Chairman
Councillor Ames was appointed.
#Declarations of Interest
None were declared.
#Application for a Premises Licence – The Old Forge, High Street
The Sub-Committee heard from the applicant and two residents.
Decision: the licence was granted subject to conditions:
1. no music outdoors after 10pm;
2. a challenge scheme to be run.
#Exclusion of the Press and Public
Resolved that the press and public be excluded.
"""
CAPITALS = """
STOKE WAVERING TOWN COUNCIL
Minutes of the Amenities Committee held on Monday 2 September 2024 in the Town Hall
Present: Councillors Lane, Marsh and North
APOLOGIES FOR ABSENCE
Councillor Orme.
ALLOTMENTS
The Clerk reported that two plots were vacant. It was AGREED to advertise them.
BANDSTAND ROOF
Cllr Lane proposed and Cllr Marsh seconded that quotations be sought.
DATE OF NEXT MEETING
Monday 7 October 2024.
"""
LETTERED = """
#Upper Dale Council
#Minutes of the Meeting of Upper Dale Council held on Tuesday 21 January 2025
#Present: Councillors Page (Mayor), Quinn and Rhodes
#98. Mayor's announcements
The Mayor had attended four events.
#99. Reports of committees
Members received the following.
#99(a) Finance and Resources
RESOLVED that the report be adopted.
#99(b) Leisure
RESOLVED that the report be adopted.
#100. Seal of the Council
RESOLVED that the seal be affixed.
"""
NUMBERED_WORDS = """
Marsh End Community Council
Draft minutes of the meeting held on Wednesday 5 March 2025
Present: Ann Ross (Chair), Bob Shaw, Cat Todd
Item 1: Welcome and apologies
Apologies from Dan Unwin.
Item 2: Police report
Nine calls in the month.
Item 3: Any other business
Bob Shaw will write to the bus company.
Next meeting: Wednesday 2 April 2025
"""
ACTIONS = """
#Ferry Lane Residents' Board
Notes of the meeting of Monday 10 February 2025
Attendance: V Ward (Chair), X Yates, Z Abbot
#No Item Action
1 Apologies – received from B Cook
2 Repairs – the lift contract is out of time VW
VW to ask for three quotations by 1 March. VW
3 Gardens – volunteers are wanted XY
4 Any other business – none
"""
BESIDE = """
#Westmere County Council
#Minutes of the meeting of Westmere County Council held on Thursday 20 February 2025
#Present: Councillors Abel (Chairman), Bond and Carr
C1718.
#Apologies
Received from Councillor Dyer.
C1719.
#Council Tax 2025/26
It was moved by Councillor Bond, seconded by Councillor Carr and RESOLVED that:
1. the budget be approved;
2. the precept be £1,540.
C1720.
#Questions
Question: Will the bridge reopen?
Answer: In May.
"""
RUN_IN = """
Fen Drove Parish Council
Minutes of the meeting held on Monday 4 November 2024
Present: Cllrs Eve, Ford and Gray
1. Apologies: Cllr Hope (work), Cllr Ince (ill).
2. Planning – the council had no objection to the barn at Drove End.
3. Highways. The Clerk had reported six potholes and will chase the County again.
4. Finance – payments of £412.16 were approved, proposed Cllr Eve, seconded Cllr Ford.
5. Date of next meeting: Monday 2 December 2024 at 7pm.
"""
WORDED = """
#Harbour Board
#Minutes of the Harbour Board held on Friday 6 September 2024
#Present: Captain Jay (Chair), Ms Kerr, Mr Lowe
#Minute No. 12 – Minutes of the previous meeting
Confirmed.
#Minute No. 13 – Dredging
Agreed that the contract be let.
#Minute No. 14 – Fees
Agreed that fees rise by 3%.
"""

ITEMS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "parish": (
        PARISH,
        [
            ("24/031", "Apologies for absence"),
            ("24/032", "Minutes of the last meeting"),
            ("24/033", "Planning"),
            ("24/034", "Finance"),
        ],
    ),
    "district planning": (
        DISTRICT_PLANNING,
        [
            ("298/PF", "APOLOGIES FOR ABSENCE"),
            ("299/PF", "23/01877/OUT – LAND AT MILL LANE, OAKTON"),
            ("300/PF", "DURATION OF MEETING"),
        ],
    ),
    "county scrutiny": (
        COUNTY_SCRUTINY,
        [
            ("41", "Declarations of interest"),
            ("42", "Urgent care review: position after the autumn consultation"),
            ("43", "Work programme"),
        ],
    ),
    "township": (
        TOWNSHIP,
        [
            ("2025-041", "That the agenda be adopted as presented"),
            (
                "2025-042",
                "That By-law 2025-09, being a by-law to set the speed on Mill Road, be read a third time and passed",
            ),
            ("2025-043", "That the meeting adjourn at 7:10 p.m"),
        ],
    ),
    "city council": (
        US_COUNCIL,
        [
            ("I", "CALL TO ORDER"),
            ("II", "APPROVAL OF MINUTES"),
            ("III", "PUBLIC HEARING: ZONING TEXT AMENDMENT"),
            ("IV", "ADJOURNMENT"),
        ],
    ),
    "combined authority": (
        COMBINED_AUTHORITY,
        [
            ("TC 52/24", "APOLOGIES"),
            ("TC 53/24", "CHAIR'S ANNOUNCEMENTS AND URGENT BUSINESS"),
            ("TC 54/24", "BUS FRANCHISING UPDATE"),
        ],
    ),
    "licensing": (
        LICENSING,
        [
            ("", "Appointment of Chairman"),
            ("", "Declarations of Interest"),
            ("", "Application for a Premises Licence – The Old Forge, High Street"),
            ("", "Exclusion of the Press and Public"),
        ],
    ),
    "capitals": (
        CAPITALS,
        [("", "APOLOGIES FOR ABSENCE"), ("", "ALLOTMENTS"), ("", "BANDSTAND ROOF")],
    ),
    "lettered": (
        LETTERED,
        [
            ("98", "Mayor's announcements"),
            ("99", "Reports of committees"),
            ("99(a)", "Finance and Resources"),
            ("99(b)", "Leisure"),
            ("100", "Seal of the Council"),
        ],
    ),
    "numbered with a word": (
        NUMBERED_WORDS,
        [("1", "Welcome and apologies"), ("2", "Police report"), ("3", "Any other business")],
    ),
    "actions at the right": (
        ACTIONS,
        [("1", "Apologies"), ("2", "Repairs"), ("3", "Gardens"), ("4", "Any other business")],
    ),
    "number above its title": (
        BESIDE,
        [("C1718", "Apologies"), ("C1719", "Council Tax 2025/26"), ("C1720", "Questions")],
    ),
    "run in": (
        RUN_IN,
        [
            ("1", "Apologies"),
            ("2", "Planning"),
            ("3", "Highways"),
            ("4", "Finance"),
            ("5", "Date of next meeting"),
        ],
    ),
    "minute numbers in words": (
        WORDED,
        [("12", "Minutes of the previous meeting"), ("13", "Dredging"), ("14", "Fees")],
    ),
}
"""Each set of minutes by its kind, with its items of business as (number, title)."""

# organisations: words of the law of units and posts (registers/organisations/rules)

## kinds of units (data/unit_kinds.csv)

unit-kind-leading_group = leading group
unit-kind-county_grid_centre = county grid management centre
unit-kind-county_party_office = county Party office
unit-kind-county_government_office = county government office, inspection room
unit-kind-organisation_department = organisation department
unit-kind-political_legal_committee = political-legal committee
unit-kind-discipline_inspection = discipline inspection
unit-kind-finance = finance
unit-kind-civil_affairs = civil affairs
unit-kind-human_resources = human resources and social security
unit-kind-natural_resources = natural resources
unit-kind-housing = housing and construction
unit-kind-transport = transport
unit-kind-water = water
unit-kind-agriculture = agriculture and rural affairs
unit-kind-forestry = forestry
unit-kind-ecology = ecology and environment branch
unit-kind-market_supervision = market supervision
unit-kind-emergency_management = emergency management
unit-kind-public_security = public security
unit-kind-justice = justice
unit-kind-education = education
unit-kind-health = health
unit-kind-medical_insurance = medical insurance
unit-kind-petition = petition
unit-kind-disabled_federation = disabled persons federation
unit-kind-women_federation = women federation
unit-kind-culture = culture, tourism and broadcasting
unit-kind-power = power company
unit-kind-waterco = water company
unit-kind-gasco = gas company
unit-kind-telecom = telecom operators
unit-kind-busco = bus company
unit-kind-t_government = township Party committee and government
unit-kind-t_grid_centre = township grid centre
unit-kind-t_service_centre = township service centre
unit-kind-t_mediation_centre = township mediation and petition centre
unit-kind-t_party_office = Party and government office
unit-kind-t_social = social affairs office
unit-kind-t_labour = labour and social security station
unit-kind-t_civil = civil affairs office
unit-kind-t_medins = medical insurance station
unit-kind-t_family = family planning and health office
unit-kind-t_land = land and village construction station
unit-kind-t_politics = political-legal office
unit-kind-t_petition = petition office
unit-kind-t_emergency = emergency office
unit-kind-t_agri = agricultural service centre
unit-kind-t_finance = finance office
unit-kind-t_enforce = law-enforcement team
unit-kind-t_forest = forestry station
unit-kind-t_water = water station
unit-kind-t_vet = veterinary station
unit-kind-t_traffic = traffic station
unit-kind-t_sanitation = sanitation station
unit-kind-t_hospital = township hospital
unit-kind-d_police = police station
unit-kind-d_traffic_police = traffic police squad
unit-kind-d_justice = justice office
unit-kind-d_land = natural resources office
unit-kind-d_market = market supervision office
unit-kind-d_power = power station
unit-kind-v_committee = village committee
unit-kind-v_branch = village Party organisation
unit-kind-v_mediation = village mediation committee
unit-kind-v_service_station = village grid and service station
unit-kind-v_mediation_station = village mediation station
unit-kind-v_oversight = village oversight committee

## kinds of posts (post_kinds.py)

post-kind-head = head
post-kind-deputy = deputy
post-kind-handler = handler
post-kind-intake = intake
post-kind-liaison = liaison
post-kind-supervisor = supervisor
post-kind-recorder = recorder of instructions
post-kind-grid_worker = grid worker
post-kind-grid_deputy = deputy grid worker
post-kind-auditor = auditor
post-kind-security_admin = security administrator
post-kind-it_admin = system administrator

## who answers for a post (cover.py)

post-cover-own = in post
post-cover-beside = vacant, who else works in the grid answers
post-cover-substitute = on leave, a substitute acts
post-cover-deputy = vacant, the deputy answers
post-cover-head = vacant, the head answers
post-cover-above = vacant, a post above answers

## duty sheets of the four levels (duty_sheets.py)

duty-committee-title = Duty sheet of the county Party committee
duty-committee-answerable = the county Party secretary, head of the leading group
duty-committee-1 = Put rural grid governance on the agenda and deliberate on it every quarter.
duty-committee-2 = Approve the plan, the funds and the people.
duty-committee-3 = Hear how the government and the townships meet their duties, and ask of units what is lacking.
duty-committee-4 = The political-legal committee checks progress and reports to the leading group.
duty-government-title = Duty sheet of the county government
duty-government-answerable = the county magistrate
duty-government-1 = Carry out the plan, milestone by milestone.
duty-government-2 = Provide the special fund, pooled farm-project funds and rewards in place of subsidy.
duty-government-3 = Settle the duties of the member departments, which take what the county grid centre assigns.
duty-government-4 = Publish progress every month and report to the committee.
duty-township-title = Duty sheet of the township or street
duty-township-answerable = the township Party secretary, with overall responsibility
duty-township-1 = Set up the three centres: grid management, convenience service, mediation and petition.
duty-township-2 = Draw the grids and give each its worker.
duty-township-3 = Accept, dispatch and coordinate what villages report; pass no duty down.
duty-township-4 = See to the villages every week and to what is overdue.
duty-township-5 = What cannot be settled is reported to the county centre, signed by the leader.
duty-village-title = Duty sheet of the village and its groups
duty-village-answerable = the village branch secretary, first responsible person
duty-village-1 = Set up the grid and service station and the mediation station.
duty-village-2 = Workers visit homes often and settle small matters on the spot.
duty-village-3 = Run errands for the villagers, so that officials do the walking.
duty-village-4 = Mediate disputes in the village first and publish outcomes without names.
duty-village-5 = What the village cannot do is reported to the township in time, with the reason.

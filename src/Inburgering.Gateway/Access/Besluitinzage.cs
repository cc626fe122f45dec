using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>May this caller ask how a decision was made? A partner about its own, its user about hers; the gemeente about all of its own.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskBesluit(Caller caller)
            {
                if (caller.VanGemeente)
                {
                    return Ask(caller, DoelVoorBesluit(caller.Rol), alleenRelatie: true);
                }

                verwerking.Beleid = beleid.Hash;
                verwerking.Verwerkingsactiviteit = beleid.Activiteit(Toezicht);
                if (caller.GebruikerOntbreekt)
                {
                    return Refuse(Refusal.GebruikerOntbreekt, "gebruiker-ontbreekt");
                }

                return beleid.Grants.Any(g => g.Rol == caller.Rol)
                    ? new Question(caller, EigenBesluiten(caller.Rol), [])
                    : Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
            }

            /// <summary>A partner reads decisions about a dossier while any of its opdrachten is in force: what a decision says of a person stays inside the relation.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>.</returns>
            public Granted? DecideBesluit(Question question, IAccessFacts facts)
            {
                if (question.Caller.VanGemeente)
                {
                    return Decide(question, facts);
                }

                verwerking.GaatOver(facts.DossierId);
                if (facts.Beleid != beleid.Hash)
                {
                    return Refuse<Granted>(Refusal.BeleidVerouderd, "beleid-verouderd");
                }

                if (!facts.ClientGeldig)
                {
                    return Refuse<Granted>(Refusal.ClientIngetrokken, "client-ingetrokken");
                }

                if (facts.DossierId is not { } dossierId || Besluitgrond.Beste(facts.Opdrachten) is not { } opdracht)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, facts.DossierId is null ? "geen-dossier" : "geen-opdracht");
                }

                verwerking.Informatie = [Verwijzing.Naar(Verwijzing.Opdracht, opdracht.Verwijzing)];
                if (!opdracht.InCaseload)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, Besluitgrond.BuitenCaseload);
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                verwerking.Aantal = 1;
                return new Granted(question, dossierId, facts.ExternId, []);
            }

            /// <summary>The number names no decision, or another's: one answer for both.</summary>
            public void GeenBesluit() => Refuse(Refusal.GeenRelatie, "geen-besluit");

            private string? DoelVoorBesluit(string rol) =>
                beleid.Zoek(rol, Toezicht) is { } toezicht ? toezicht.Doel : beleid.Grants.FirstOrDefault(g => g.Rol == rol && g.Voorwaarden.Scope is null)?.Doel;

            private static Grant EigenBesluiten(string rol) => new()
            {
                Rol = rol,
                Doel = Toezicht,
                Grondslag = "WP",
                Voorwaarden = new VoorwaardenFile(),
                Velden = new Dictionary<string, IReadOnlySet<string>>(),
                Mits = new Dictionary<string, string>(),
            };
        }
    }
}

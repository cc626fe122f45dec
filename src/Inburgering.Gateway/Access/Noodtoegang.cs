using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            private const string RegieRol = "REG";

            /// <summary>Roles that have no content by default and may break the glass (domain f29).</summary>
            private static readonly string[] Noodrollen = ["BEHEER"];

            /// <summary>Roles that approve a second one and judge every one afterwards.</summary>
            private static readonly string[] Beoordelaars = ["PO", "FG"];

            /// <summary>May this employee ask for emergency access? Finds the dossier and loads nothing of it.</summary>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskNoodtoegang(Caller caller) => Nood(caller, alleenRelatie: true);

            /// <summary>The content, for as long as emergency access to that dossier holds.</summary>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskInNood(Caller caller) => Nood(caller, alleenRelatie: false);

            /// <summary>The dossier of a request exists in this gemeente; the request itself may still wait for a second person.</summary>
            public Granted? DecideAanvraag(Question question, IAccessFacts facts)
            {
                verwerking.GaatOver(facts.DossierId);
                if (facts.Beleid != beleid.Hash)
                {
                    return Refuse<Granted>(Refusal.BeleidVerouderd, "beleid-verouderd");
                }

                if (facts.DossierId is not { } dossierId)
                {
                    return Refuse<Granted>(Refusal.GeenRelatie, "geen-dossier");
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                verwerking.Aantal = 1;
                return new Granted(question, dossierId, facts.ExternId, []);
            }

            /// <summary>May this employee approve and judge emergency access? Never his own: the store holds two persons apart.</summary>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskBeoordeling(Caller caller) =>
                caller.VanGemeente && caller.ClientId is null && Beoordelaars.Contains(caller.Rol) ? AskToezicht(caller) : Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");

            /// <summary>What was asked cannot be done any more, or not by this person.</summary>
            public void WeigerNoodtoegang(string reden) => Refuse(Refusal.GeenRelatie, reden);

            private Question? Nood(Caller caller, bool alleenRelatie)
            {
                verwerking.Beleid = beleid.Hash;
                if (!caller.VanGemeente || caller.ClientId is not null || !Noodrollen.Contains(caller.Rol) || beleid.Zoek(RegieRol, Regie) is not { } grant)
                {
                    return Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
                }

                verwerking.Doel = Regie;
                verwerking.Grondslag = grant.Grondslag;
                verwerking.Verwerkingsactiviteit = beleid.Activiteit(Regie);
                verwerking.Gevraagd = alleenRelatie ? [] : [.. grant.ZonderZaaknummer.Order(StringComparer.Ordinal)];
                return new Question(caller, grant, alleenRelatie ? [] : [.. grant.ZonderZaaknummer], inNood: true);
            }
        }
    }
}

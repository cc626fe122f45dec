using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            private static readonly string[] Beheerrollen = ["BEHEER", "REG", "PO", "FG", "CISO"];
            private static readonly string[] Uitvoerrollen = ["BEHEER", "REG"];

            /// <summary>May this caller look after the gateway's work? Such a question loads no category, so nothing of a dossier.</summary>
            /// <returns>Null: refused; the log line knows.</returns>
            public Question? AskBeheer(Caller caller) => AskBeheer(caller, Beheerrollen);

            /// <summary>As above: may this caller start and stop that work?</summary>
            public Question? AskUitvoering(Caller caller) => AskBeheer(caller, Uitvoerrollen);

            private Question? AskBeheer(Caller caller, string[] rollen)
            {
                verwerking.Beleid = beleid.Hash;
                if (!caller.VanGemeente || !rollen.Contains(caller.Rol))
                {
                    return Refuse(Refusal.DoelNietToegestaan, "rol-niet-toegestaan");
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                return new Question(caller, ZonderInhoud(caller.Rol, "beheer", "WP"), []);
            }

            /// <summary>A grant of no field at all: what it decides about is not the content.</summary>
            private static Grant ZonderInhoud(string rol, string doel, string grondslag) => new()
            {
                Rol = rol,
                Doel = doel,
                Grondslag = grondslag,
                Voorwaarden = new VoorwaardenFile(),
                Velden = new Dictionary<string, IReadOnlySet<string>>(),
                Mits = new Dictionary<string, string>(),
            };
        }
    }
}

using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Wiring;

/// <summary>Turns what a partner says it can do into services that hold that partner's HttpClient.</summary>
internal sealed class PartnerPorts(IServiceCollection services)
{
    private readonly IServiceCollection services = services;
    private readonly Dictionary<string, Type> readers = [];
    private readonly Dictionary<Type, string> sources = [];
    private readonly Dictionary<Type, string> ontvangers = [];
    private readonly Dictionary<Type, string> bestanden = [];
    private readonly Dictionary<string, Type> aanmelders = [];
    private readonly HashSet<string> aangemeld = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Partner, string Type), Berichttype> berichten = [];
    private readonly Dictionary<string, Rijvorm> rijvormen = [];

    /// <summary>Made when the container is built, from what was registered by then.</summary>
    public PartnerCatalog Catalog(IServiceProvider provider) => new(
        readers.ToDictionary(r => r.Key, r => (INotificationReader)ActivatorUtilities.CreateInstance(provider, r.Value)),
        sources,
        berichten)
    { Rijvormen = rijvormen };

    /// <summary>Made when the container is built, from what was registered by then.</summary>
    public Meldingontvangers Ontvangers(IServiceProvider provider) => new(ontvangers, aangemeld);

    /// <summary>The ports of one partner.</summary>
    /// <param name="partner">Its key.</param>
    /// <param name="callable">config names a «verbinding».</param>
    public IPartnerPorts For(string partner, bool callable) => new Ports(this, partner, callable);

    /// <summary>One instance is told of persons, by the sink that the adapter named.</summary>
    /// <exception cref="InvalidOperationException">The adapter named none.</exception>
    public void Announce(string partner, string instantie)
    {
        if (!aanmelders.TryGetValue(partner, out var sink))
        {
            throw new InvalidOperationException($"config/partners/{partner}.json: een grant heeft een aanmelding, maar de adapter {partner} stuurt er geen.");
        }

        aangemeld.Add(instantie);
        services.AddKeyedTransient<IMeldingSink<AanmeldingMelding>>(
            instantie, (s, _) => (IMeldingSink<AanmeldingMelding>)ActivatorUtilities.CreateInstance(s, sink, s.GetRequiredKeyedService<HttpClient>(instantie)));
    }

    /// <summary>Holds what the adapter delivers against what config lets in.</summary>
    /// <exception cref="InvalidOperationException">config names a type that the adapter does not read.</exception>
    public void RequireTypes(string partner, IEnumerable<string> typen)
    {
        if (typen.FirstOrDefault(type => !berichten.ContainsKey((partner, type))) is { } onbekend)
        {
            throw new InvalidOperationException($"config/partners/{partner}.json, $.levert.typen: de adapter leest geen berichten van type «{onbekend}».");
        }
    }

    private void Own(Type bestand, string partner)
    {
        if (!bestanden.TryAdd(bestand, partner))
        {
            throw new InvalidOperationException($"{bestand.Name} is van {bestanden[bestand]} en van {partner}: één bestand heeft één partner.");
        }
    }

    private sealed class Ports(PartnerPorts all, string partner, bool callable) : IPartnerPorts
    {
        public IPartnerPorts Reads<TRecord, TSource>()
            where TRecord : class
            where TSource : class, IRecordSource<TRecord>
        {
            RequireAddress();
            if (!all.sources.TryAdd(typeof(TRecord), partner))
            {
                throw new InvalidOperationException($"{typeof(TRecord).Name} komt van {all.sources[typeof(TRecord)]} en van {partner}: één gegeven heeft één bron.");
            }

            all.services.AddTransient<IRecordSource<TRecord>>(Create<TSource>);
            return this;
        }

        public IPartnerPorts Accepts<TReader>()
            where TReader : class, INotificationReader
        {
            all.readers.Add(partner, typeof(TReader));
            return this;
        }

        public IPartnerPorts Delivers<TReader>(string type, string betekenis)
            where TReader : class, IBerichtReader
        {
            all.berichten.Add((partner, type), new Berichttype(Activator.CreateInstance<TReader>(), betekenis));
            return this;
        }

        public IPartnerPorts DeliversRows(Rijvorm vorm)
        {
            if (!all.berichten.ContainsKey((partner, vorm.Type)))
            {
                throw new InvalidOperationException($"De adapter {partner} levert rijen van type «{vorm.Type}», maar leest dat type niet.");
            }

            all.rijvormen.Add(partner, vorm);
            return this;
        }

        public IPartnerPorts Sends<TMelding, TSink>()
            where TMelding : Melding
            where TSink : class, IMeldingSink<TMelding>
        {
            RequireAddress();
            if (!all.ontvangers.TryAdd(typeof(TMelding), partner))
            {
                throw new InvalidOperationException($"{typeof(TMelding).Name} gaat naar {all.ontvangers[typeof(TMelding)]} en naar {partner}: één melding heeft één ontvanger.");
            }

            all.services.AddKeyedTransient<IMeldingSink<TMelding>>(partner, (s, _) => Create<TSink>(s));
            return this;
        }

        public IPartnerPorts Announces<TSink>()
            where TSink : class, IMeldingSink<AanmeldingMelding>
        {
            all.aanmelders.Add(partner, typeof(TSink));
            return this;
        }

        public IPartnerPorts Writes<TBestand, TSchrijver>()
            where TBestand : class
            where TSchrijver : class, IBestandschrijver<TBestand>
        {
            all.Own(typeof(TBestand), partner);
            all.services.AddSingleton<IBestandschrijver<TBestand>, TSchrijver>();
            return this;
        }

        public IPartnerPorts ReadsFiles<TBericht, TLezer>()
            where TBericht : class
            where TLezer : class, IBestandlezer<TBericht>
        {
            all.Own(typeof(TBericht), partner);
            all.services.AddSingleton<IBestandlezer<TBericht>, TLezer>();
            return this;
        }

        public IPartnerPorts Carries<TKanaal>()
            where TKanaal : class, IBankkanaal
        {
            if (!Array.Exists(typeof(TKanaal).GetConstructors().Single().GetParameters(), p => p.ParameterType == typeof(HttpClient)))
            {
                all.services.AddSingleton<IBankkanaal, TKanaal>();
            }
            else if (callable)
            {
                all.services.AddSingleton<IBankkanaal>(Create<TKanaal>);
            }

            return this;
        }

        public IPartnerPorts Tests<TMelding, TVoorwaarden>()
            where TMelding : Melding
            where TVoorwaarden : class, IVoorwaarden<TMelding>
        {
            all.services.AddSingleton<IVoorwaarden<TMelding>, TVoorwaarden>();
            return this;
        }

        private T Create<T>(IServiceProvider provider) =>
            ActivatorUtilities.CreateInstance<T>(provider, provider.GetRequiredKeyedService<HttpClient>(partner));

        private void RequireAddress()
        {
            if (!callable)
            {
                throw new InvalidOperationException($"config/partners/{partner}.json: «verbinding» ontbreekt, maar de adapter roept deze partner aan.");
            }
        }
    }
}
